import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { pictureKey } from '../functions/payment/r2-proofs.ts';
import { erasing, execute, exported, type Kept, placeOf, query, wrangler } from './backup/databases.ts';
import { backupKey, pack, unpack } from './backup/sealed.ts';
import { bucketStore, folderStore, type Store } from './backup/stores.ts';
import { differencesOf, type Sums, sumsOf, sumsOfDump } from './backup/sums.ts';
import { pathArgument } from './path-argument.ts';
import { runTool, ToolError } from './terminal.ts';

const USAGE = `npm run backup -- [--local] [--out <folder> | --bucket <name>]
    everything that can't be rebuilt: MALL_DB and COUNTS_DB as SQL, tried by loading it, and the photos of PROOFS
npm run backup -- [--local] --restore <folder>
npm run backup -- [--local] --restore latest --bucket <name>
    all of it into empty databases, compared with the copy; what was erased since is erased again
npm run backup -- [--local] --restore <file.sql | file.sql.gz>
    one database from one file, as it lies in the folder or the bucket

  --local          the databases and buckets in MALL_STATE instead of Cloudflare's
  MALL_BACKUP_KEY  seals what is written, opens what is restored: openssl rand -base64 32`;

/** Names the newest copy and the photos that lie beside it; says nothing about anybody. */
const LATEST = 'latest.json';
interface Latest {
  mall: string;
  counts: string;
  proofs: string[];
}

const PROOFS_BUCKET = 'mall-proofs';
const proofsBucket = (local: boolean) => bucketStore(PROOFS_BUCKET, placeOf(local), wrangler);

/** `npm run backup`: copies out what can't be rebuilt, or a copy back in. Nothing is ever written over. */
export async function backup(): Promise<void> {
  const { local, out, bucket, restore } = readArguments();
  const store = bucket ? bucketStore(bucket, placeOf(local), wrangler) : undefined;
  if (restore === undefined) await backUpTo(store ?? folderStore(pathArgument(out)), local);
  else if (store) await restoreAll(store, local);
  else {
    const path = pathArgument(restore);
    if (existsSync(path) && statSync(path).isDirectory()) await restoreAll(folderStore(path), local);
    else await restoreOne(folderStore(dirname(path)), basename(path), local);
  }
}

async function backUpTo(store: Store, local: boolean): Promise<void> {
  const key = backupKey();
  const at = new Date().toISOString();
  const stamp = `${at.slice(0, 19).replaceAll(':', '')}Z.sql.gz`;
  const latest: Latest = { mall: `mall-${stamp}`, counts: `counts-${stamp}`, proofs: [] };
  const dumps = { MALL_DB: await exported('MALL_DB', local), COUNTS_DB: await exported('COUNTS_DB', local) };
  const sums = await sumsOfDump(dumps.MALL_DB.toString());
  await sumsOfDump(dumps.COUNTS_DB.toString());
  await store.put(latest.mall, pack(dumps.MALL_DB, key));
  await store.put(latest.counts, pack(dumps.COUNTS_DB, key));
  latest.proofs = await keepProofs(store, key, local);
  await store.put(LATEST, Buffer.from(JSON.stringify(latest)));
  await execute('COUNTS_DB', `INSERT OR IGNORE INTO backups (at) VALUES ('${at}');`, local);
  process.stdout.write(
    `${store.name}: ${latest.mall}, ${latest.counts}, ${latest.proofs.length} photos${key ? '; sealed' : ''}\n${told(sums)}\n`,
  );
  if (!key) process.stderr.write('MALL_BACKUP_KEY is not set: whoever gets this copy can read it.\n');
}

/** Photos never change: only new ones are copied. One that MALL_DB no longer knows goes from the copy, too. */
async function keepProofs(store: Store, key: Buffer | undefined, local: boolean): Promise<string[]> {
  const before = new Set((await latestOf(store))?.proofs);
  const wanted = await picturesOf(local);
  const from = proofsBucket(local);
  const kept: string[] = [];
  for (const picture of wanted) {
    const content = before.has(picture) ? undefined : await from.get(picture);
    if (content) await store.put(`proofs/${picture}`, pack(content, key));
    if (content || before.has(picture)) kept.push(picture);
  }
  for (const picture of before) if (!wanted.includes(picture)) await store.delete(`proofs/${picture}`);
  return kept;
}

async function restoreAll(store: Store, local: boolean): Promise<void> {
  const latest = await latestOf(store);
  if (!latest) throw new ToolError(`${store.name} holds no ${LATEST}, so it names no copy.`);
  const key = backupKey();
  // The list of erasures comes with the counts, so they are first; where they were not lost they stay.
  if (await isEmpty('COUNTS_DB', local))
    await load('COUNTS_DB', unpack(await demanded(store, latest.counts), key), local);
  const sums = await load('MALL_DB', unpack(await demanded(store, latest.mall), key), local);
  const erased = await eraseAgain(local);
  const known = new Set(latest.proofs);
  const to = proofsBucket(local);
  let photos = 0;
  for (const picture of await picturesOf(local)) {
    if (!known.has(picture) || (await to.get(picture))) continue;
    await to.put(picture, unpack(await demanded(store, `proofs/${picture}`), key));
    photos += 1;
  }
  process.stdout.write(
    `Restored, the same as the file; ${photos} photos brought back; ${erased} erased again.\n${told(sums)}\n`,
  );
}

async function restoreOne(store: Store, name: string, local: boolean): Promise<void> {
  const dump = unpack(await demanded(store, name), backupKey());
  const database = (await sumsOfDump(dump.toString())).rows.orders === undefined ? 'COUNTS_DB' : 'MALL_DB';
  const sums = await load(database, dump, local);
  const erased = database === 'MALL_DB' ? await eraseAgain(local) : 0;
  process.stdout.write(
    `${database} restored, the same as the file; ${erased} erased again.\n${told(sums)}\n`,
  );
}

/** Loads a dump into an empty database, and compares. */
async function load(database: Kept, dump: Buffer, local: boolean): Promise<Sums> {
  const expected = await sumsOfDump(dump.toString());
  if (!(await isEmpty(database, local)))
    throw new ToolError(
      `${database} is not empty, and a restore writes over nothing. Make a new database and name it in wrangler.toml.`,
    );
  await execute(database, dump, local);
  const differences = differencesOf(expected, await sumsOf((sql) => query(database, sql, local)));
  if (differences.length) throw new ToolError(`The copy of ${database} differs:\n${differences.join('\n')}`);
  return expected;
}

const isEmpty = async (database: Kept, local: boolean) =>
  Object.keys((await sumsOf((sql) => query(database, sql, local))).rows).length === 0;

/** Erases what the list of erasures names: the copy is older than the wish. Answers how many codes it named. */
async function eraseAgain(local: boolean): Promise<number> {
  const tables = await query('COUNTS_DB', "SELECT name FROM sqlite_master WHERE name = 'erasures'", local);
  if (!tables.length) return 0;
  const listed = await query('COUNTS_DB', 'SELECT kind, code FROM erasures ORDER BY code', local);
  const at = new Date().toISOString();
  const sql = (['order', 'inquiry'] as const).flatMap((kind) => {
    const codes = listed.filter((row) => row.kind === kind).map(({ code }) => String(code));
    // A statement holds at most 100 KB on D1.
    return Array.from({ length: Math.ceil(codes.length / 2000) }, (_, page) =>
      erasing(kind, codes.slice(page * 2000, (page + 1) * 2000), at),
    );
  });
  if (sql.length) await execute('MALL_DB', sql.join(''), local);
  return listed.length;
}

async function picturesOf(local: boolean): Promise<string[]> {
  const rows = await query('MALL_DB', 'SELECT seller_order, id FROM proofs ORDER BY at, id', local);
  return rows.map(({ seller_order, id }) =>
    pictureKey({ seller_order: String(seller_order), id: String(id) }),
  );
}

async function latestOf(store: Store): Promise<Latest | undefined> {
  const content = await store.get(LATEST);
  return content && JSON.parse(content.toString());
}

async function demanded(store: Store, key: string): Promise<Buffer> {
  const content = await store.get(key);
  if (!content) throw new ToolError(`${store.name} holds no ${key}.`);
  return content;
}

function told({ rows, ledger }: Sums): string {
  const total = Object.values(ledger).reduce((sum, amount) => sum + amount, 0);
  return `${rows.orders ?? 0} orders, ${rows.seller_orders ?? 0} seller orders, ${rows.ledger ?? 0} ledger entries of Rp${total} in all, ${Object.keys(rows).length} tables`;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        local: { type: 'boolean', default: false },
        out: { type: 'string', default: 'backups' },
        bucket: { type: 'string' },
        restore: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new ToolError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (import.meta.main) await runTool(backup);
