import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of, besides the content. */
const SOURCES = [
  'src',
  'functions',
  'public',
  'tools/build',
  'tools/photos',
  'tools/build.ts',
  'astro.config.mjs',
  'wrangler.toml',
  'package-lock.json',
  'tsconfig.json',
];

/** Variables that change what is built. */
const SETTINGS = ['MALL_SITE', 'MALL_STATIC_PRODUCTS', 'MALL_CMS_REPO', 'MALL_CMS_BRANCH', 'MALL_CMS_AUTH'];

/**
 * Tells one state of all that goes into a build from another by name, size and time of change. Reading the
 * contents would take seconds where this takes a tenth of one.
 */
export function buildFingerprint(contentFolder: string): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    if (!existsSync(path)) return;
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const path of [...SOURCES, contentFolder]) add(path);
  hash.update(JSON.stringify([...SETTINGS.map((name) => process.env[name]), process.versions.node]));
  return hash.digest('hex');
}
