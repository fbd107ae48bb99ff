/**
 * Keeps the answers asked last in this isolate: the second one costs no query. Only what has arrived is
 * kept, never a promise: one request must not wait for the I/O of another, which may be cancelled.
 * @param most answers kept; the one that was not asked for longest goes first
 * @param version part of every key, so that answers of two versions never meet
 */
export function recentAnswers(most: number, version: string) {
  const kept = new Map<string, unknown>();
  return async function recent<T>(key: readonly unknown[], compute: () => Promise<T>): Promise<T> {
    const name = `${version}\n${JSON.stringify(key)}`;
    const before = kept.get(name) as T | undefined;
    const answer = before ?? (await compute());
    kept.delete(name);
    kept.set(name, answer);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return answer;
  };
}
