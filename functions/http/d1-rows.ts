/** The rows of several statements, read at once: each shop's list comes sorted out of an index, unlike all shops'. */
export async function lists<Row>(db: D1Database, statements: D1PreparedStatement[]): Promise<Row[]> {
  if (!statements.length) return [];
  return (await db.batch<Row>(statements)).flatMap(({ results }) => results);
}
