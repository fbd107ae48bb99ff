import type { CallKind } from '../../src/domain/access/limits.ts';
import type { RateLimiter } from './ports.ts';

/** Counts at the edge, one place's isolates together: Cloudflare's rate limiting binding, no round trip. */
export function cloudflareLimiter(bindings: Record<CallKind, RateLimit>): RateLimiter {
  return {
    async allow(key, kind = 'acting') {
      return (await bindings[kind].limit({ key })).success;
    },
  };
}
