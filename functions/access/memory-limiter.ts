import type { RateLimiter } from './ports.ts';

const WINDOW_MS = 60_000;
/**
 * Calls a minute by one address. Mobile operators put thousands of phones behind one address, and so does an
 * expo's Wi-Fi, so this stops a flood, not a crowd.
 */
const LIMIT = 600;
const MAX_KEYS = 10_000;

/**
 * Counts within this isolate's memory. Cloudflare runs several isolates, so the real limit is a multiple of
 * LIMIT; enough against floods, and no order waits for a counter somewhere else.
 */
export function memoryLimiter(now: () => number = Date.now): RateLimiter {
  let windowStart = 0;
  const counts = new Map<string, number>();
  return {
    async allow(key) {
      const time = now();
      if (time - windowStart >= WINDOW_MS || counts.size > MAX_KEYS) {
        windowStart = time;
        counts.clear();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= LIMIT;
    },
  };
}
