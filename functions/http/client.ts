import type { AppContext } from './context.ts';

/** The address that limits go by; never stored and never logged. */
export function clientAddress(c: AppContext): string {
  return c.req.header('CF-Connecting-IP') ?? 'local';
}
