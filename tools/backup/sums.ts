import { DatabaseSync } from 'node:sqlite';
import { ToolError } from '../terminal.ts';

/** What must be the same in a copy of MALL_DB: rows by table, and the ledger's money by edition and kind. */
export interface Sums {
  rows: Record<string, number>;
  /** Rupiah, by `<edition> <kind>`. */
  ledger: Record<string, number>;
}

type Row = Record<string, unknown>;

const TABLES =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name";

/** Counts and adds up a database, wherever it is asked. */
export async function sumsOf(query: (sql: string) => Promise<Row[]>): Promise<Sums> {
  const names = (await query(TABLES)).map(({ name }) => String(name));
  if (!names.length) return { rows: {}, ledger: {} };
  // One row with a column for each table: D1 takes only a few SELECTs in a UNION.
  const [counted = {}] = await query(
    `SELECT ${names.map((name) => `(SELECT count(*) FROM "${name}") AS "${name}"`).join(', ')}`,
  );
  const ledger = names.includes('ledger')
    ? await query(
        'SELECT edition, kind, sum(amount) AS total FROM ledger GROUP BY edition, kind ORDER BY 1, 2',
      )
    : [];
  const corrections = names.includes('corrections')
    ? await query(
        "SELECT edition, 'correction' AS kind, sum(amount) AS total FROM corrections GROUP BY edition",
      )
    : [];
  return {
    rows: Object.fromEntries(names.map((name) => [name, Number(counted[name])])),
    ledger: Object.fromEntries(
      [...ledger, ...corrections].map(({ edition, kind, total }) => [`${edition} ${kind}`, Number(total)]),
    ),
  };
}

/**
 * Loads a dump into a database in memory: a backup that can't be loaded is none.
 * @throws ToolError when it can't
 */
export async function sumsOfDump(sql: string): Promise<Sums> {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  try {
    database.exec(sql);
    const broken = database.prepare('PRAGMA foreign_key_check').all();
    if (broken.length) throw new Error(`${broken.length} rows name others that are missing`);
    return await sumsOf(async (query) => database.prepare(query).all() as Row[]);
  } catch (error) {
    throw new ToolError(
      `This dump can't be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    database.close();
  }
}

/** Where two databases differ; empty when they hold the same. */
export function differencesOf(a: Sums, b: Sums): string[] {
  const lines: string[] = [];
  for (const part of ['rows', 'ledger'] as const)
    for (const key of new Set([...Object.keys(a[part]), ...Object.keys(b[part])]))
      if (a[part][key] !== b[part][key])
        lines.push(`${part} ${key}: ${a[part][key] ?? 'none'} and ${b[part][key] ?? 'none'}`);
  return lines;
}
