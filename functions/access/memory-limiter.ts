import { CALLS_A_MINUTE } from '../../src/domain/access/limits.ts';
import type { RateLimiter } from './ports.ts';

const WINDOW_MS = 60_000;
const MAX_KEYS = 10_000;

/**
 * Counts within this isolate's memory, for a developer's machine; where the Worker is deployed the edge counts. When
 * there are too many keys those that came first go, one for each new one: a flood of keys clears nobody else's count.
 */
export function memoryLimiter(now: () => number = Date.now): RateLimiter {
  const windows = new Map<string, { since: number; count: number }>();
  return {
    async allow(key, kind = 'acting') {
      const time = now();
      const name = `${kind}:${key}`;
      let window = windows.get(name);
      if (!window || time - window.since >= WINDOW_MS) {
        // Put in anew, so that the map's order is that of the windows' age.
        windows.delete(name);
        window = { since: time, count: 0 };
        windows.set(name, window);
        const [oldest] = windows.keys();
        if (windows.size > MAX_KEYS && oldest !== undefined) windows.delete(oldest);
      }
      window.count += 1;
      return window.count <= CALLS_A_MINUTE[kind];
    },
  };
}
