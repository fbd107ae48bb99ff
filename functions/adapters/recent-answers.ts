/**
 * Keeps the answers asked last in this isolate: the second one costs no query. An answer that failed is not
 * kept. Two that ask for the same at once wait for one answer.
 * @param most answers kept; the one that was not asked for longest goes first
 * @param version part of every key, so that answers of two versions never meet
 */
export function recentAnswers(most: number, version: string) {
  const kept = new Map<string, Promise<unknown>>();
  return function recent<T>(key: readonly unknown[], compute: () => Promise<T>): Promise<T> {
    const name = `${version}\n${JSON.stringify(key)}`;
    const before = kept.get(name) as Promise<T> | undefined;
    kept.delete(name);
    const answer = before ?? compute();
    kept.set(name, answer);
    if (!before) {
      answer.catch(() => kept.get(name) === answer && kept.delete(name));
      if (kept.size > most) kept.delete(kept.keys().next().value!);
    }
    return answer;
  };
}
