import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { localVariables, type RunningWorker, runWorker } from '../serve/run-worker.ts';

export interface LocalWorkers {
  /** Runs these versions and no others; gives the router's port. */
  run(versions: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

interface WorkerConfig {
  name: string;
  vars: Record<string, string>;
  d1_databases: unknown[];
  r2_buckets: unknown[];
  compatibility_date: string;
}

/** Copies what was built to where it can run as one version among others. */
export function storeVersion(dist: string, folder: string, name: string, origin: string): void {
  cpSync(dist, folder, { recursive: true });
  const file = join(folder, 'server/wrangler.json');
  const config = readConfig(folder);
  writeFileSync(
    file,
    JSON.stringify({ ...config, name, vars: { ...config.vars, ...localVariables(origin) } }, null, 2),
  );
}

const readConfig = (folder: string): WorkerConfig =>
  JSON.parse(readFileSync(join(folder, 'server/wrangler.json'), 'utf8'));

/**
 * Runs versions of the mall beside a router, all in one process.
 * @param databasesFrom a built folder, whose databases and buckets the router reaches too
 */
export function localWorkers(options: {
  state: string;
  folderOf: (version: string) => string;
  databasesFrom: string;
}): LocalWorkers {
  const { state, folderOf, databasesFrom } = options;
  let running: RunningWorker | undefined;

  async function stop(): Promise<void> {
    running?.stop();
    await running?.ended;
    running = undefined;
  }
  return {
    stop,
    async run(versions) {
      await stop();
      const { d1_databases, r2_buckets, compatibility_date } = readConfig(databasesFrom);
      const folder = join(state, 'router');
      mkdirSync(folder, { recursive: true });
      copyFileSync(join(import.meta.dirname, 'version-router.js'), join(folder, 'version-router.js'));
      const router = {
        name: 'version-router',
        main: 'version-router.js',
        no_bundle: true,
        compatibility_date,
        d1_databases,
        r2_buckets,
        services: versions.map((version) => ({ binding: version, service: version })),
      };
      writeFileSync(join(folder, 'wrangler.json'), JSON.stringify(router, null, 2));
      const port = await freePort();
      running = runWorker({
        configs: [
          join(folder, 'wrangler.json'),
          ...versions.map((version) => resolve(folderOf(version), 'server/wrangler.json')),
        ],
        port,
        state,
        probe: '/',
      });
      await running.opened;
      return port;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
