/** What a row is without its members that are null. */
export type Present<T> = { [K in keyof T]: Exclude<T[K], null> };

/** Drops members that are null, so that an absent figure is absent everywhere. */
export function present<T extends object>(row: T): Present<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<T>;
}

/**
 * Which constraint refused a statement, as SQLite names it: `table.column` (the first one of several), or the
 * constraint's own name; `undefined` for any other fault.
 */
export function constraintOf(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : String(error);
  return /constraint failed: ([\w.]+)/.exec(message)?.[1];
}
