import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ERASE_INQUIRIES, ERASE_ORDERS } from '../../functions/privacy/d1-personal-data.ts';
import { runBin } from '../build-mall/run.ts';
import type { Wrangler } from '../deploy/cloudflare-target.ts';
import { folders } from '../mall-folders.ts';
import { withDatabases } from '../serve/prepare-state.ts';
import { inPassing } from './stores.ts';

/** The databases that can't be rebuilt. */
export type Kept = 'MALL_DB' | 'COUNTS_DB';

const CONFIG = resolve('wrangler.toml');

export const wrangler: Wrangler = (args, environment = {}) =>
  runBin('wrangler', args, { WRANGLER_LOG: 'log', ...environment });

/** Where wrangler finds a bucket or a database. */
export const placeOf = (local: boolean): string[] =>
  local ? ['--local', '--persist-to', folders.state] : ['--remote'];

/** A database as SQL. It is a file for wrangler's sake, in a folder that goes at once. */
export function exported(database: Kept, local: boolean): Promise<Buffer> {
  return inPassing(async (folder) => {
    const file = join(folder, 'dump.sql');
    const command = ['d1', 'export', database, '--output', file, '--config'];
    if (local) {
      // wrangler looks for the local state beside its configuration.
      copyFileSync(CONFIG, join(folder, 'wrangler.toml'));
      mkdirSync(join(folder, '.wrangler'));
      symlinkSync(folders.state, join(folder, '.wrangler/state'));
      await wrangler([...command, join(folder, 'wrangler.toml'), '--local']);
    } else await wrangler([...command, CONFIG, '--remote', '--skip-confirmation']);
    return readFileSync(file);
  });
}

/** Runs SQL that answers nothing. */
export function execute(database: Kept, sql: string | Buffer, local: boolean): Promise<void> {
  return inPassing(async (folder) => {
    const file = join(folder, 'run.sql');
    writeFileSync(file, sql, { mode: 0o600 });
    await wrangler([
      ...['d1', 'execute', database, '--yes', '--file', file, '--config', CONFIG],
      ...placeOf(local),
    ]);
  });
}

/** Asks a database one question. */
export async function query(database: Kept, sql: string, local: boolean): Promise<Record<string, unknown>[]> {
  if (local)
    return withDatabases(
      CONFIG,
      folders.state,
      async (databases) => (await databases[database].prepare(sql).all()).results,
    );
  const output = await wrangler([
    ...['d1', 'execute', database, '--remote', '--json', '--command', sql, '--config', CONFIG],
  ]);
  return JSON.parse(output.slice(output.search(/^[[{]/m)))[0].results;
}

/** The SQL that erases again what the list of erasures names, as `functions/privacy` erases it. */
export function erasing(kind: 'order' | 'inquiry', codes: string[], at: string): string {
  const parts = `(SELECT s.code FROM seller_orders s JOIN orders o ON o.id = s.order_id
    WHERE o.code IN (SELECT value FROM json_each(?1)))`;
  const statements =
    kind === 'order'
      ? [`DELETE FROM proofs WHERE seller_order IN ${parts}`, ...ERASE_ORDERS]
      : ERASE_INQUIRIES;
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
  return statements
    .map((sql) => `${sql.replaceAll('?1', literal(JSON.stringify(codes))).replaceAll('?2', literal(at))};\n`)
    .join('');
}
