/**
 * The sentence of a table that a key from outside names; `undefined` where the table has none. A plain look-up would
 * find `constructor` and `toString`, too, and what is no sentence breaks the page that shows it.
 */
export function told<T>(table: Readonly<Record<string, T>>, key: string | null | undefined): T | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}
