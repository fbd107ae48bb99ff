import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CODE_VARIABLES } from './fingerprint.ts';
import { RENDERER } from './kept-renderer.ts';
import { VERSION_PLACE } from './mall-modules.ts';
import { runBin } from './run.ts';
import { tidyOutput } from './tidy-output.ts';

/** How many states of the code are kept: those of a few branches. */
const KEPT = 4;

/** What Astro and Vite make of one state of the code, whatever the content. */
export interface BuiltCode {
  /** Tells one state of the code from another. */
  fingerprint: string;
  /** Holds `client/`, `server/` and `renderer/`. */
  folder: string;
}

/**
 * The code, bundled: the Worker, the scripts of pages, and what renders pages. It depends on the code alone, so it is
 * made once for each state of the code and kept in the cache; a change of content bundles nothing.
 * @param fingerprint of `codeFingerprint()`
 */
export async function builtCode(cacheFolder: string, fingerprint: string): Promise<BuiltCode> {
  const folder = join(cacheFolder, `code-${fingerprint.slice(0, 16)}`);
  if (!existsSync(folder)) {
    mkdirSync(cacheFolder, { recursive: true });
    const making = `${folder}-${process.pid}`;
    await runAstro(making, {});
    // Another build of the same code may have been faster; both made the same.
    if (existsSync(folder)) rmSync(making, { recursive: true });
    else renameSync(making, folder);
  }
  const now = new Date();
  utimesSync(folder, now, now);
  forgetOldest(cacheFolder);
  return { fingerprint, folder };
}

/**
 * Code and pages as `astro build` makes them by itself, with MALL_PLAIN_ASTRO: slower, since nothing is kept, and
 * independent of Astro's inner workings. The caller removes the folder.
 * @param environment the files that tell pages what they show
 */
export async function plainBuild(
  cacheFolder: string,
  fingerprint: string,
  environment: Record<string, string>,
): Promise<BuiltCode> {
  const folder = join(cacheFolder, `plain-${fingerprint.slice(0, 16)}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  await runAstro(folder, { ...environment, MALL_PLAIN_ASTRO: '1' });
  return { fingerprint, folder };
}

async function runAstro(out: string, environment: Record<string, string>): Promise<void> {
  const astroCache = `${out}-astro`;
  await runBin('astro', ['build'], {
    ...ownEnvironment(),
    NODE_ENV: 'production',
    MALL_OUT: out,
    MALL_ASTRO_CACHE: astroCache,
    MALL_CODE_ONLY: '1',
    // It encrypts what server islands are given; the mall has none, and a random key would differ each time.
    ASTRO_KEY: process.env.ASTRO_KEY ?? Buffer.alloc(32).toString('base64'),
    ...environment,
  });
  tidyOutput(out, astroCache);
  rmSync(astroCache, { recursive: true, force: true });
}

/** The bundler sees what the fingerprint knows of: a test runner's variables, for one, would get into the code. */
function ownEnvironment(): Record<string, undefined> {
  const needed = /^(?:PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|SYSTEMROOT|COMSPEC)$/i;
  const others = Object.keys(process.env).filter(
    (name) => !needed.test(name) && !CODE_VARIABLES.includes(name),
  );
  return Object.fromEntries(others.map((name) => [name, undefined]));
}

function forgetOldest(cacheFolder: string): void {
  const kept = readdirSync(cacheFolder)
    .filter((name) => name.startsWith('code-'))
    .map((name) => ({ path: join(cacheFolder, name), used: statSync(join(cacheFolder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of kept.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}

/** Puts the Worker and the scripts of pages into a build's output, for one version of the catalogue. */
export function publishCode({ folder }: BuiltCode, out: string, catalogVersion: string): void {
  for (const part of readdirSync(folder).filter((name) => name !== RENDERER))
    cpSync(join(folder, part), join(out, part), { recursive: true });
  const places = globSync('server/**/*.mjs', { cwd: out }).filter((script) => {
    const code = readFileSync(join(out, script), 'utf8');
    if (!code.includes(VERSION_PLACE)) return false;
    writeFileSync(join(out, script), code.replaceAll(VERSION_PLACE, catalogVersion));
    return true;
  });
  if (!places.length) throw new Error('no part of the Worker names the version of the catalogue');
}
