import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { differencesOf, type Sums, sumsOf, sumsOfDump } from './backup/sums.ts';
import { runBin } from './build-mall/run.ts';
import { folders } from './mall-folders.ts';
import { pathArgument } from './path-argument.ts';
import { withDatabases } from './serve/prepare-state.ts';
import { runTool, ToolError } from './terminal.ts';

const USAGE = `npm run backup -- [--local] [--out <folder>]       MALL_DB as one SQL file, tried by loading it
npm run backup -- [--local] --restore <file.sql>    into an empty MALL_DB, then compared with the file

  --local  the databases in MALL_STATE instead of Cloudflare's`;

const CONFIG = resolve('wrangler.toml');

/** `npm run backup`: copies MALL_DB out, or a copy back in. Nothing is ever written over. */
export async function backup(): Promise<void> {
  const { local, out, restore } = readArguments();
  if (restore !== undefined) await restoreFrom(pathArgument(restore), local);
  else await backUpTo(pathArgument(out), local);
}

async function backUpTo(folder: string, local: boolean): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `mall-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z.sql`);
  if (local) await exportLocal(file);
  else await wrangler(['d1', 'export', 'MALL_DB', '--remote', '--skip-confirmation', '--output', file]);
  const sums = await sumsOfDump(readFileSync(file, 'utf8'));
  process.stdout.write(`${file}\n${told(sums)}\n`);
}

async function restoreFrom(file: string, local: boolean): Promise<void> {
  const expected = await sumsOfDump(readFileSync(file, 'utf8'));
  const query = local ? queryLocal : queryRemote;
  const before = await sumsOf(query);
  if (Object.keys(before.rows).length)
    throw new ToolError(
      'MALL_DB is not empty, and a restore writes over nothing. Make a new database and name it in wrangler.toml.',
    );
  await wrangler([
    ...['d1', 'execute', 'MALL_DB', '--yes', '--file', file],
    ...(local ? ['--local', '--persist-to', folders.state] : ['--remote']),
  ]);
  const differences = differencesOf(expected, await sumsOf(query));
  if (differences.length) throw new ToolError(`The copy differs:\n${differences.join('\n')}`);
  process.stdout.write(`Restored, the same as the file.\n${told(expected)}\n`);
}

function told({ rows, ledger }: Sums): string {
  const total = Object.values(ledger).reduce((sum, amount) => sum + amount, 0);
  return `${rows.orders ?? 0} orders, ${rows.seller_orders ?? 0} seller orders, ${rows.ledger ?? 0} ledger entries of Rp${total} in all, ${Object.keys(rows).length} tables`;
}

function wrangler(args: string[], config = CONFIG): Promise<string> {
  return runBin('wrangler', [...args, '--config', config], { WRANGLER_LOG: 'log' });
}

/** Exports the local database. wrangler looks for it beside its configuration, so it gets one beside a link. */
async function exportLocal(file: string): Promise<void> {
  const beside = mkdtempSync(join(tmpdir(), 'mal-ukm-backup-'));
  try {
    copyFileSync(CONFIG, join(beside, 'wrangler.toml'));
    mkdirSync(join(beside, '.wrangler'));
    symlinkSync(folders.state, join(beside, '.wrangler/state'));
    await wrangler(['d1', 'export', 'MALL_DB', '--local', '--output', file], join(beside, 'wrangler.toml'));
  } finally {
    rmSync(beside, { recursive: true });
  }
}

function queryLocal(sql: string): Promise<Record<string, unknown>[]> {
  return withDatabases(
    CONFIG,
    folders.state,
    async ({ MALL_DB }) => (await MALL_DB.prepare(sql).all()).results,
  );
}

async function queryRemote(sql: string): Promise<Record<string, unknown>[]> {
  const output = await wrangler(['d1', 'execute', 'MALL_DB', '--remote', '--json', '--command', sql]);
  return JSON.parse(output.slice(output.search(/^[[{]/m)))[0].results;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        local: { type: 'boolean', default: false },
        out: { type: 'string', default: 'backups' },
        restore: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new ToolError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (import.meta.main) await runTool(backup);
