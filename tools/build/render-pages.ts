import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BuiltCode } from './built-code.ts';
import { RENDERER } from './kept-renderer.ts';
import type { PagesDone, PageWork } from './page-worker.ts';

/** Of how many content folders the pages are kept: the mall's, and a few of tests and trials. */
const KEPT_FOLDERS = 8;

interface Rendering {
  code: BuiltCode;
  /** Where pages go. */
  client: string;
  /** The folder of everything that is kept between builds. */
  cacheFolder: string;
  /** Stands for the content folder: the pages of one are kept apart from those of another. */
  name: string;
  /** The files that tell pages what they show. */
  environment: { MALL_PREPARED: string; MALL_PICTURES: string };
}

/**
 * Writes every page that is built ahead. A page that gives Astro's `cacheKey` (src/catalog/kept-page.ts) is rendered
 * only when the key or the code has changed; pages that a build does not use are forgotten after it.
 * @returns how many pages were rendered, and how many there are
 */
export async function renderPages({
  code,
  client,
  cacheFolder,
  name,
  environment,
}: Rendering): Promise<{ rendered: number; all: number }> {
  const pages = join(cacheFolder, 'pages');
  const cache = join(pages, name);
  mkdirSync(cache, { recursive: true });
  const workers = availableParallelism();
  const done = await Promise.all(
    Array.from({ length: workers }, (_, share) =>
      runWorker(
        {
          renderer: join(code.folder, RENDERER),
          fingerprint: code.fingerprint,
          client,
          cache,
          share,
          workers,
        },
        environment,
      ),
    ),
  );
  const kept = new Set(done.flatMap((part) => part.kept));
  for (const file of readdirSync(cache)) if (!kept.has(file)) rmSync(join(cache, file));
  forgetOldest(pages, cache);
  const sum = (count: 'rendered' | 'all') => done.reduce((total, part) => total + part[count], 0);
  return { rendered: sum('rendered'), all: sum('all') };
}

function runWorker(work: PageWork, environment: Rendering['environment']): Promise<PagesDone> {
  return new Promise((fulfil, reject) => {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
      workerData: work,
      execArgv: [],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        MALL_SHARE: `${work.share}/${work.workers}`,
        ...environment,
      },
      resourceLimits: { maxOldGenerationSizeMb: 4096 },
    });
    worker.once('message', fulfil);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code) reject(new Error(`a worker that renders pages ended with ${code}`));
    });
  });
}

function forgetOldest(pages: string, used: string): void {
  const now = new Date();
  utimesSync(used, now, now);
  const folders = readdirSync(pages)
    .map((name) => ({ path: join(pages, name), used: statSync(join(pages, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of folders.slice(KEPT_FOLDERS)) rmSync(path, { recursive: true, force: true });
}
