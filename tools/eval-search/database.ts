import { DatabaseSync } from 'node:sqlite';

/**
 * A database in memory with D1's face, as far as the search adapter uses it: for figures over many
 * thousands of queries, where starting workerd would only be slower. SQLite and FTS5 are the same.
 */
export function memoryDatabase(statements: Iterable<string>): D1Database {
  const sqlite = new DatabaseSync(':memory:');
  sqlite.exec('BEGIN');
  for (const statement of statements) sqlite.exec(statement);
  sqlite.exec('COMMIT');
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepare = (sql: string) => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = sqlite.prepare(sql);
      prepared.set(sql, statement);
    }
    let values: (string | number | null)[] = [];
    const bound = {
      bind(...parameters: (string | number | null)[]) {
        values = parameters;
        return bound;
      },
      all: async () => ({ results: statement.all(...values) }),
    };
    return bound;
  };
  return { prepare } as unknown as D1Database;
}
