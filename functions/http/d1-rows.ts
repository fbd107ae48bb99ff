/** The rows of several statements, read at once: each shop's list comes sorted out of an index, unlike all shops'. */
export async function lists<Row>(db: D1Database, statements: D1PreparedStatement[]): Promise<Row[]> {
  if (!statements.length) return [];
  return (await db.batch<Row>(statements)).flatMap(({ results }) => results);
}

/** A row without its members that are null, so that an absent figure is absent everywhere; the statement says what it is. */
export function present<T>(row: object): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}

/**
 * Which constraint refused a statement, as SQLite names it: `table.column` (the first one of several), or the
 * constraint's own name; `undefined` for any other fault.
 */
export function constraintOf(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : String(error);
  return /constraint failed: ([\w.]+)/.exec(message)?.[1];
}
