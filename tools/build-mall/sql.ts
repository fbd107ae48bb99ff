import { ToolError } from '../terminal.ts';

/** D1 takes statements of up to 100 KB; a little room is left for its own wrapping. */
const MAX_STATEMENT_BYTES = 90_000;

/** Ends each statement of a snapshot file. No value can hold it: null bytes and this line are taken out. */
export const STATEMENT_END = ';\n-- next\n';

export type SqlValue = string | number | null;

/** A value as an SQLite literal. Null bytes cannot stand in SQL text and are dropped. */
export function sqlLiteral(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
    return String(value);
  }
  return `'${value.replaceAll('\0', '').replaceAll(STATEMENT_END, ' ').replaceAll("'", "''")}'`;
}

/**
 * `INSERT` statements of many rows, each at most 90 KB: loading one row a statement takes ten times as long.
 * @throws ToolError naming a row that is longer by itself, which D1 would refuse when the mall is published
 */
export function insertStatements(table: string, columns: string[], rows: Iterable<SqlValue[]>): string[] {
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES\n`;
  const statements: string[] = [];
  let tuples: string[] = [];
  let bytes = head.length;
  const flush = () => {
    if (tuples.length) statements.push(`${head}${tuples.join(',\n')}`);
    tuples = [];
    bytes = head.length;
  };
  for (const row of rows) {
    const tuple = `(${row.map(sqlLiteral).join(',')})`;
    const size = Buffer.byteLength(tuple) + 2;
    if (head.length + size > MAX_STATEMENT_BYTES)
      throw new ToolError(
        `Baris "${row[0]}" di tabel ${table} terlalu panjang untuk basis data: ${size} byte, paling banyak ${MAX_STATEMENT_BYTES - head.length}. Pendekkan isinya.`,
      );
    if (bytes + size > MAX_STATEMENT_BYTES) flush();
    tuples.push(tuple);
    bytes += size;
  }
  flush();
  return statements;
}
