import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, linkSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type * as Renderer from './renderer-entry.ts';

/** What a worker is told. */
export interface PageWork {
  /** The folder of the bundle that renders pages. */
  renderer: string;
  /** Tells one state of the code from another. */
  fingerprint: string;
  /** Where pages go. */
  client: string;
  /** Where rendered pages are kept. */
  cache: string;
  /** Which of how many workers this is, from 0. */
  share: number;
  workers: number;
}

/** What it tells when it is done. */
export interface PagesDone {
  rendered: number;
  all: number;
  /** Names in the cache of all pages that can be kept, rendered now or before. */
  kept: string[];
}

const work = workerData as PageWork;
const [entry] = globSync('prerender-entry.*.mjs', { cwd: work.renderer });
const { app, closeCatalogue, staticPaths } = (await import(
  pathToFileURL(join(work.renderer, entry!)).href
)) as typeof Renderer;
const site = process.env.MALL_SITE ?? 'https://mal-ukm.example';

const made = new Set<string>();

/** Where a page's file goes; its folder is made. */
function targetOf(file: string): string {
  const target = join(work.client, file);
  const folder = dirname(target);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  return target;
}

/** @throws Error when a page does not render, with its address */
async function render(
  pathname: string,
  file: string,
  route: Parameters<typeof app.render>[1],
): Promise<Buffer> {
  const address = file.endsWith('/index.html') && pathname !== '/' ? `${pathname}/` : pathname;
  const response = await app.render(new Request(new URL(address, site)), route);
  if (response.status !== (pathname === '/404' ? 404 : 200))
    throw new Error(`${pathname} rendered with status ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** `/kategori` → `/kategori/index.html`, as Astro's format `directory` has it; endpoints are files already. */
function fileOf(pathname: string, type: string): string {
  if (type !== 'page') return pathname;
  return pathname === '/404' ? '/404.html' : join(pathname, 'index.html');
}

const done: PagesDone = { rendered: 0, all: 0, kept: [] };
const paths = await staticPaths();

// Pages without a key first: later ones may not read the catalogue.
const keyless = paths.filter(({ cacheKey }) => cacheKey === undefined);
for (const [index, { pathname, route }] of keyless.entries()) {
  if (index % work.workers !== work.share) continue;
  done.all += 1;
  const file = fileOf(pathname, route.type);
  writeFileSync(targetOf(file), await render(pathname, file, { routeData: route }));
  done.rendered += 1;
}

// Pages with a key were shared out where their paths were made (src/catalog/showing/cached-pages.ts).
closeCatalogue();
for (const { pathname, route, cacheKey } of paths) {
  if (cacheKey === undefined) continue;
  done.all += 1;
  const name = createHash('sha256')
    .update(`${work.fingerprint}\0${pathname}\0${cacheKey}`)
    .digest('hex')
    .slice(0, 32);
  const file = fileOf(pathname, route.type);
  const kept = join(work.cache, name);
  done.kept.push(name);
  if (!existsSync(kept)) {
    // Whole or not at all, for a build that is broken off.
    writeFileSync(`${kept}.new`, await render(pathname, file, { routeData: route }));
    renameSync(`${kept}.new`, kept);
    done.rendered += 1;
  }
  const target = targetOf(file);
  try {
    linkSync(kept, target);
  } catch {
    copyFileSync(kept, target);
  }
}
parentPort!.postMessage(done);
