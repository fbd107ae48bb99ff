import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { getPlatformProxy } from 'wrangler';
import { readSnapshot } from '../build-mall/catalog-snapshot.ts';
import { folders, quietEnvironment } from '../mall-folders.ts';
import { phase } from '../terminal.ts';
import { bucketPhotos, fillBucket, openBucket } from './photo-bucket.ts';

/** The local databases' bindings. */
export interface Databases {
  MALL_DB: D1Database;
  CATALOG_A: D1Database;
  CATALOG_B: D1Database;
  COUNTS_DB: D1Database;
}

/** What a local state holds. */
export interface LocalBindings extends Databases {
  PHOTOS: R2Bucket;
  PROOFS: R2Bucket;
}

const MIGRATIONS = { MALL_DB: 'functions/migrations', COUNTS_DB: 'functions/migrations-counts' } as const;

interface Marker {
  version: string;
  migrations: string[];
  /** The database that holds the version. */
  live: 'CATALOG_A' | 'CATALOG_B';
}

/**
 * Brings the local state up to what was built: migrations, the catalogue in the database that does not hold the
 * version before, and photos in their bucket. Does nothing when a marker says that it is so already.
 */
export async function prepareState(config: string): Promise<void> {
  const version = readFileSync(resolve(folders.dist, 'catalog-version'), 'utf8').trim();
  const migrations = Object.values(MIGRATIONS)
    .flatMap(migrationFiles)
    .map((file) => basename(file));
  const file = join(folders.state, 'prepared.json');
  const before: Marker | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (before?.version === version && String(before.migrations) === String(migrations)) return;

  const live =
    before?.version === version ? before.live : before?.live === 'CATALOG_A' ? 'CATALOG_B' : 'CATALOG_A';
  await withDatabases(config, folders.state, async (databases) => {
    await phase('databases', () => migrateAll(databases));
    if (before?.version !== version)
      await phase('catalogue', () => loadCatalog(databases[live], folders.dist));
    if (bucketPhotos(folders.dist).length)
      await phase('photos', () => fillBucket(openBucket(databases.PHOTOS), folders.dist));
  });
  writeFileSync(file, JSON.stringify({ version, migrations, live } satisfies Marker));
}

/** Opens the local databases of a state folder for some work; nothing else may have them open meanwhile. */
export async function withDatabases<T>(
  config: string,
  state: string,
  work: (databases: LocalBindings) => Promise<T>,
): Promise<T> {
  mkdirSync(state, { recursive: true });
  Object.assign(process.env, quietEnvironment);
  const proxy = await getPlatformProxy<LocalBindings>({
    configPath: config,
    persist: { path: join(state, 'v3') },
  });
  try {
    return await work(proxy.env);
  } finally {
    await proxy.dispose();
  }
}

/** Applies the migrations that the databases lack, and gives their names. */
export async function migrateAll(databases: Databases): Promise<string[]> {
  const applied: string[] = [];
  for (const [binding, folder] of Object.entries(MIGRATIONS))
    applied.push(...(await migrate(databases[binding as keyof typeof MIGRATIONS], folder)));
  return applied;
}

function migrationFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(folder, name));
}

/** Applies what is missing, kept in the same table as wrangler's own `d1 migrations apply`. */
async function migrate(db: D1Database, folder: string): Promise<string[]> {
  await db
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations (
         id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
         applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
    )
    .run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const now: string[] = [];
  for (const file of migrationFiles(folder)) {
    const name = basename(file);
    if (applied.has(name)) continue;
    await db.batch([
      ...sqlStatements(readFileSync(file, 'utf8')).map((statement) => db.prepare(statement)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name),
    ]);
    now.push(name);
  }
  return now;
}

/**
 * The statements of an SQL file: each ends with a semicolon at the end of a line, and a trigger's body with
 * `END;`, as all of the mall's own SQL is written.
 */
export function sqlStatements(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  for (const line of sql.split('\n')) {
    if (line.trimStart().startsWith('--') || !line.trim()) continue;
    current += `${line}\n`;
    const inTrigger = /^CREATE TRIGGER/i.test(current) && !/\bEND;\s*$/i.test(current);
    if (line.trimEnd().endsWith(';') && !inTrigger) {
      statements.push(current.trim().replace(/;$/, ''));
      current = '';
    }
  }
  if (current.trim()) statements.push(current.trim());
  return statements;
}

/** Loads the built snapshot; its last statement makes it valid, so a load that breaks off is never read. */
export async function loadCatalog(db: D1Database, dist: string): Promise<void> {
  let batch: D1PreparedStatement[] = [];
  for await (const statement of readSnapshot(resolve(dist, 'catalog.sql'))) {
    batch.push(db.prepare(statement));
    if (batch.length < 20) continue;
    await db.batch(batch);
    batch = [];
  }
  if (batch.length) await db.batch(batch);
}
