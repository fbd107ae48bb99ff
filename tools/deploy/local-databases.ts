import type { Databases } from '../serve/prepare-state.ts';
import { ToolError } from '../terminal.ts';

interface Statement {
  sql: string;
  values: unknown[];
}

/**
 * The local databases through the router beside the versions, with as much of D1's own interface as migrations,
 * the catalogue and tests need.
 * @param url the router's address at that moment
 */
export function localDatabases(url: () => Promise<string>): Databases {
  const database = (binding: string) => {
    const batch = async (statements: Statement[]) => {
      const response = await fetch(await url(), {
        method: 'POST',
        headers: { 'mall-databases': binding },
        body: JSON.stringify(statements),
      });
      if (!response.ok) throw new ToolError(`${binding}: ${await response.text()}`);
      return (await response.json()) as { results: Record<string, unknown>[] }[];
    };
    const statement = (sql: string, values: unknown[] = []) => ({
      sql,
      values,
      bind: (...bound: unknown[]) => statement(sql, bound),
      all: async () => (await batch([{ sql, values }]))[0],
      run: async () => (await batch([{ sql, values }]))[0],
      first: async (column?: string) => {
        const row = (await batch([{ sql, values }]))[0]?.results[0];
        return (column === undefined ? row : row?.[column]) ?? null;
      },
    });
    return { prepare: (sql: string) => statement(sql), batch } as unknown as D1Database;
  };
  return {
    MALL_DB: database('MALL_DB'),
    CATALOG_A: database('CATALOG_A'),
    CATALOG_B: database('CATALOG_B'),
    COUNTS_DB: database('COUNTS_DB'),
  };
}
