import type { Context } from 'hono';

/** Cloudflare's own id of a request, by which its logs are searched. */
const RAY = /^[0-9a-f]{16}(-[A-Z]{3})?$/;
/** The header that tells it. */
export const REQUEST_ID = 'X-Request-Id';

/** The id of a request: Cloudflare's where there is one, so that what a person reads out is found in the log. */
export function newRequestId(c: Context): string {
  const ray = c.req.header('CF-Ray') ?? '';
  return RAY.test(ray) ? ray : crypto.randomUUID();
}

/** An answer that is kept for others is not one request's. */
export const isKept = (answer: Response) => /\bpublic\b/.test(answer.headers.get('Cache-Control') ?? '');
