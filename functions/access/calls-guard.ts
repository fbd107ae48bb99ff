import { createMiddleware } from 'hono/factory';
import type { CallKind } from '../../src/domain/access/limits.ts';
import { clientAddress } from '../http/client.ts';
import { problem } from '../http/problem.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Stands before routes that are worth flooding. What is `acting` counts what changes something only: a page may be
 * opened as often as one likes.
 * @param what the counter's name: routes with the same name share it
 */
export function limited(what: string, kind: CallKind) {
  return createMiddleware(async (c, next) => {
    const counts = kind === 'reading' || !SAFE_METHODS.includes(c.req.method);
    if (counts && !(await c.var.mall.mayCall(`${what}:${clientAddress(c)}`, kind)))
      return problem(c, 429, 'too_many_requests', { headers: { 'Retry-After': '60' } });
    return next();
  });
}
