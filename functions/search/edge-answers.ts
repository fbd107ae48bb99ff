/** Answers that isolates of one place share. */
export interface SharedAnswers {
  get(key: string): Promise<unknown>;
  put(key: string, answer: unknown): Promise<void>;
}

/** Never resolved: only the name of an entry in the edge's cache. */
const NAMES = 'https://answers.mal-ukm.invalid/';
const ONE_DAY = 'max-age=86400';

/**
 * The cache of Cloudflare's edge, by place. What cannot be kept or read is computed again, so a failure of
 * the cache is no failure of the search. Keys must name the catalogue's version: nothing is ever taken out.
 */
export function edgeAnswers(): SharedAnswers {
  const cache = () => (caches as unknown as { default: Cache }).default;
  return {
    async get(key) {
      try {
        return await (await cache().match(NAMES + encodeURIComponent(key)))?.json();
      } catch {
        return undefined;
      }
    },
    async put(key, answer) {
      try {
        const headers = { 'Cache-Control': ONE_DAY, 'Content-Type': 'application/json' };
        await cache().put(NAMES + encodeURIComponent(key), new Response(JSON.stringify(answer), { headers }));
      } catch {
        // Asked again next time.
      }
    },
  };
}
