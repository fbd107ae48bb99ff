/** A database that remembers what it was asked, to look at the plans of its questions. */
export function watched(db: D1Database) {
  const asked = new Map<string, unknown[]>();
  const spy = {
    prepare: (sql: string) => {
      const statement = db.prepare(sql);
      asked.set(sql, []);
      const bind = statement.bind.bind(statement);
      return Object.assign(statement, {
        bind(...values: unknown[]) {
          asked.set(sql, values);
          return bind(...values);
        },
      });
    },
    batch: (statements: D1PreparedStatement[]) => db.batch(statements),
  } as unknown as D1Database;
  return {
    db: spy,
    /** How many different questions were asked. */
    count: () => asked.size,
    /** Each step of a plan that goes through rows without an index to lead it, with its question. */
    async scans(): Promise<{ sql: string; detail: string }[]> {
      const scans: { sql: string; detail: string }[] = [];
      for (const [sql, values] of asked) {
        const { results } = await db
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .bind(...values)
          .all<{ detail: string }>();
        // The rows of a parameter, of a subquery that was read by an index, or of no table at all.
        for (const { detail } of results)
          if (
            /^SCAN/.test(detail) &&
            !/^SCAN (json_each|\(|CONSTANT|shop |wanted |month |page$)/.test(detail)
          )
            scans.push({ sql, detail });
      }
      return scans;
    },
  };
}
