import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Miniflare } from 'miniflare';
import { readSnapshot } from '../build-mall/catalog-snapshot.ts';
import { folders } from '../mall-folders.ts';
import { sqlStatements } from '../serve/prepare-state.ts';
import { ToolError } from '../terminal.ts';

// The built mall in a workerd that is talked to directly, without wrangler's proxy in front.

export const COMPATIBILITY = { compatibilityDate: '2026-10-12', compatibilityFlags: ['nodejs_compat'] };
/** Sockets of the Workers' own: no proxy and no entry Worker in front. */
export const DIRECT = { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] };

export const d1Bindings = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, name.toLowerCase()]));

/** The built mall as one of a runtime's Workers; its static files come from the Worker of that name. */
export function mallWorker(assets: string) {
  const server = resolve(folders.dist, 'server');
  const entry = join(server, 'entry.mjs');
  if (!globSync(entry).length) throw new ToolError('Nothing is built yet. Run `npm run build` first.');
  const others = globSync(join(server, '**/*.mjs')).filter((path) => path !== entry);
  return {
    name: 'mall',
    ...COMPATIBILITY,
    ...DIRECT,
    modulesRoot: server,
    // The entry first, then everything that it imports.
    modules: [entry, ...others.sort()].map((path) => ({ type: 'ESModule' as const, path })),
    bindings: {
      MALL_ENV: 'local',
      MALL_LIMITS: 'off',
      MALL_ORIGIN: 'http://localhost',
      CF_VERSION_METADATA: { id: 'bench', tag: '', timestamp: '' },
    },
    d1Databases: d1Bindings(['MALL_DB', 'CATALOG_A', 'CATALOG_B', 'COUNTS_DB']),
    r2Buckets: ['PROOFS', 'PHOTOS'],
    serviceBindings: { ASSETS: assets },
  };
}

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

export async function execute(db: Database, statements: string[]): Promise<void> {
  for (let from = 0; from < statements.length; from += 20)
    await db.batch(statements.slice(from, from + 20).map((statement) => db.prepare(statement)));
}

/** Migrations, and the built catalogue. */
export async function loadMall(
  runtime: Miniflare,
): Promise<{ mall: Database; catalog: Database; counts: Database }> {
  const [mall, catalog, counts] = await Promise.all([
    runtime.getD1Database('MALL_DB', 'mall'),
    runtime.getD1Database('CATALOG_A', 'mall'),
    runtime.getD1Database('COUNTS_DB', 'mall'),
  ]);
  const migrations = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .flatMap((name) => sqlStatements(readFileSync(join(folder, name), 'utf8')));
  await execute(mall, migrations('functions/migrations'));
  await execute(counts, migrations('functions/migrations-counts'));
  await execute(catalog, await Array.fromAsync(readSnapshot(join(folders.dist, 'catalog.sql'))));
  return { mall, catalog, counts };
}
