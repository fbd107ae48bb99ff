import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Databases, loadCatalog, migrateAll } from '../serve/prepare-state.ts';
import { ToolError } from '../terminal.ts';
import { localDatabases } from './local-databases.ts';
import { localPhotos } from './local-photos.ts';
import { localWorkers, storeVersion } from './local-workers.ts';
import { type Front, openFront } from './switching-front.ts';
import type { Target } from './target.ts';

export interface LocalTarget extends Target {
  databases: Databases;
  /** Stops everything that it runs; the state stays. */
  close(): Promise<void>;
}

/** Versions kept besides the one that serves and the one before it. */
const KEPT_VERSIONS = 2;

/**
 * The mall on this machine as a target: uploaded versions lie in `<state>/versions` and run beside each other on
 * the same local databases, and a front sends everybody to one of them. While an upload restarts the process,
 * requests wait at the front; on Cloudflare nothing restarts.
 * @param options.dist a built mall, whose databases these are
 */
export async function localTarget(options: {
  state: string;
  port: number;
  dist: string;
}): Promise<LocalTarget> {
  const { state, port, dist } = options;
  const versions = join(state, 'versions');
  const marker = join(state, 'serving');
  const folderOf = (id: string) => join(versions, id);
  mkdirSync(versions, { recursive: true });
  const front = await openFront(port);
  const origin = `http://localhost:${front.port}`;
  const workers = localWorkers({ state, folderOf, databasesFrom: dist });
  const previews = new Map<string, Front>();
  let router = Promise.resolve(0);

  const serving = () => (existsSync(marker) ? readFileSync(marker, 'utf8').trim() : undefined);
  /** Runs these versions; nobody notices but by waiting. */
  async function run(ids: (string | undefined)[]): Promise<void> {
    const present = [...new Set(ids.filter((id) => id !== undefined))];
    await front.pause();
    for (const [id, preview] of previews)
      if (!present.includes(id)) {
        await preview.close();
        previews.delete(id);
      } else await preview.pause();
    router = workers.run(present);
    for (const open of [front, ...previews.values()]) open.resume(await router);
  }

  const live = serving();
  await run([live]);
  if (live) front.switchTo(live);
  const routerUrl = async () => `http://127.0.0.1:${await router}/`;
  const databases = localDatabases(routerUrl);

  return {
    origin,
    databases,
    photos: localPhotos(routerUrl),
    live: async () => serving(),
    catalogOf: async (id) => /^v\d+-(.+)$/.exec(id)?.[1],
    bookmark: async () => `local-${readdirSync(versions).length}`,
    migrate: () => migrateAll(databases),
    async heldCatalog(binding) {
      const table = await databases[binding]
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'catalog'")
        .first();
      if (!table) return undefined;
      const version = await databases[binding]
        .prepare('SELECT version FROM catalog')
        .first<string>('version');
      return version ?? undefined;
    },
    loadCatalog: (binding, build) => loadCatalog(databases[binding], build.dist),
    async upload(build) {
      const taken = new Set(readdirSync(versions));
      let number = taken.size + 1;
      while (taken.has(`v${number}-${build.catalog}`)) number += 1;
      const id = `v${number}-${build.catalog}`;
      storeVersion(build.dist, folderOf(id), id, origin);
      await run([serving(), id]);
      const preview = await openFront(0);
      preview.switchTo(id);
      preview.resume(await router);
      previews.set(id, preview);
      return { id, preview: `http://localhost:${preview.port}` };
    },
    async switchTo(id) {
      if (!existsSync(folderOf(id))) throw new ToolError(`Version ${id} was never uploaded here.`);
      const before = serving();
      front.switchTo(id);
      writeFileSync(`${marker}.new`, id);
      renameSync(`${marker}.new`, marker);
      const old = readdirSync(versions).filter((name) => name !== id && name !== before);
      for (const name of old.slice(0, Math.max(0, old.length - KEPT_VERSIONS)))
        rmSync(folderOf(name), { recursive: true });
    },
    async close() {
      await Promise.all([front, ...previews.values()].map((open) => open.close()));
      await workers.stop();
    },
  };
}
