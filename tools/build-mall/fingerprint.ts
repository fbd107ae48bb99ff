import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of, besides the content. */
const SOURCES = [
  'src',
  'functions',
  'public',
  'tools/build-mall',
  'tools/photos',
  'tools/build-mall.ts',
  'astro.config.mjs',
  'wrangler.toml',
  'package-lock.json',
  'tsconfig.json',
];

/** Every file below a path, in the order of their names. */
function* filesOf(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name));
  else yield path;
}

/** The variables that the bundled code depends on; no others reach the bundler. */
export const CODE_VARIABLES = ['MALL_SITE'];

/** Variables that change what is built. */
const SETTINGS = [
  ...CODE_VARIABLES,
  'MALL_STATIC_PRODUCTS',
  'MALL_CMS_REPO',
  'MALL_CMS_BRANCH',
  'MALL_CMS_AUTH',
];

const valuesOf = (variables: string[]) =>
  JSON.stringify([process.versions.node, ...variables.map((name) => process.env[name] ?? '')]);

/**
 * Tells one state of all that goes into a build from another by name, size and time of change. Reading the
 * contents would take seconds where this takes a tenth of one.
 */
export function buildFingerprint(contentFolder: string): string {
  const hash = createHash('sha256');
  for (const file of [...SOURCES, contentFolder].flatMap((path) => [...filesOf(path)])) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  hash.update(valuesOf(SETTINGS));
  return hash.digest('hex');
}

/** Tells one state of the code from another by its bytes, so that it is the same on another machine. */
export function codeFingerprint(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((path) => [...filesOf(path)])) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(`${file}\0`);
    hash.update(readFileSync(file));
  }
  hash.update(valuesOf(CODE_VARIABLES));
  return hash.digest('hex');
}
