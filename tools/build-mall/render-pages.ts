import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BuiltCode } from './built-code.ts';
import { RENDERER } from './kept-renderer.ts';
import type { PagesDone, PageWork } from './page-worker.ts';

interface Rendering {
  code: BuiltCode;
  /** Where pages go. */
  client: string;
  /** Where drawn pages are kept. */
  cache: string;
  /** The files that tell pages what they show. */
  environment: { MALL_PREPARED: string; MALL_PICTURES: string };
}

/**
 * Writes every page that is built ahead. A page that gives Astro's `cacheKey` (src/catalog/showing/cached-pages.ts) is rendered
 * only when the key or the code has changed; pages that a build does not use are forgotten after it.
 * @returns how many pages were rendered, and how many there are
 */
export async function renderPages({
  code,
  client,
  cache,
  environment,
}: Rendering): Promise<{ rendered: number; all: number }> {
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
      resourceLimits: { maxOldGenerationSizeMb: 4096, maxYoungGenerationSizeMb: 96 },
    });
    worker.once('message', fulfil);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code) reject(new Error(`a worker that renders pages ended with ${code}`));
    });
  });
}
