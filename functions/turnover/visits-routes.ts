import { z } from 'zod';
import { COUNTED_BY_WORKER } from '../../src/domain/turnover/visit.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { readBody } from '../http/body.ts';
import { clientAddress } from '../http/client.ts';
import type { App, AppContext } from '../http/context.ts';
import { explainErrors } from '../http/explain-errors.ts';
import { describes } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';

const BEACON_TYPES = ['application/json', 'text/plain'] as const;

const VISIT = describes({
  summary: 'Counts a page view; as JSON or, from sendBeacon, as text; nothing of the visitor is kept',
  body: z.object({ path: z.string().regex(/^\//) }),
  sent: BEACON_TYPES,
  answers: { 204: ['Counted, or left out'] },
  refusals: {
    400: ['invalid_json'],
    415: ['unsupported_media_type'],
    422: ['invalid'],
    429: ['too_many_requests'],
  },
});

/**
 * `POST /api/visits`: the page-view beacon, `{path}` as JSON; `navigator.sendBeacon` sends it as plain text. Always
 * 204 without a word, also for bots. Pages that the Worker renders are counted as they are answered, so phones
 * without scripts count there, too.
 */
export function visitRoutes(app: App): void {
  for (const path of COUNTED_BY_WORKER)
    app.get(path, async (c, next) => {
      await next();
      const wasSeen =
        c.req.method === 'GET' && c.res.status === 200 && !/prefetch/.test(c.req.header('Sec-Purpose') ?? '');
      if (wasSeen) c.var.waitUntil(count(c, path).catch(() => undefined));
    });

  app.post('/api/visits', VISIT, async (c) => {
    const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
    if (!BEACON_TYPES.some((known) => known === type)) return problem(c, 415, 'unsupported_media_type');
    const text = await readBody(c.req.raw);
    if (text === undefined) return problem(c, 413, 'too_large');
    const path = pathIn(text);
    if (path === undefined) return problem(c, 400, 'invalid_json');
    if (path === null) return invalidPath(c);
    const rendered = COUNTED_BY_WORKER.some((known) => known === path.split(/[?#]/)[0]);
    const result = rendered ? 'left_out' : await count(c, path);
    if (result === 'too_many')
      return problem(c, 429, 'too_many_requests', { headers: { 'Retry-After': '60' } });
    return c.body(null, 204, { 'Cache-Control': 'no-store' });
  });
}

function invalidPath(c: AppContext): Response {
  const locale = localeFromHeader(c.req.header('Accept-Language'));
  return problem(c, 422, 'invalid', { errors: explainErrors([{ pointer: '/path', code: 'path' }], locale) });
}

function count(c: AppContext, path: string) {
  return c.var.mall.figures.countVisit({
    path,
    address: clientAddress(c),
    userAgent: c.req.header('User-Agent') ?? '',
  });
}

/** The path of a beacon; `null` for a body without one, `undefined` for what is no JSON. */
function pathIn(text: string): string | null | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const path = typeof body === 'object' && body !== null && 'path' in body ? body.path : undefined;
    return typeof path === 'string' && path.startsWith('/') ? path : null;
  } catch {
    return undefined;
  }
}
