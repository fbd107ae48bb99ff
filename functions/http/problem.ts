import type { Context } from 'hono';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { problems } from '../../src/i18n/problems.ts';

/** One faulty place in a request: a JSON pointer and what to do about it; further members are figures. */
export interface ProblemError {
  pointer: string;
  message: string;
  [figure: string]: unknown;
}

interface ProblemOptions {
  detail?: string;
  errors?: ProblemError[];
  headers?: Record<string, string>;
  /** By which the log of a fault is found. */
  requestId?: string;
}

/**
 * An answer in `application/problem+json` (RFC 9457) with a stable `code`; its text follows
 * `Accept-Language`. The detail is the first error's message unless another one is given.
 */
export function problem(c: Context, status: number, code: string, options: ProblemOptions = {}): Response {
  const { titles, fallback } = problems[localeFromHeader(c.req.header('Accept-Language'))];
  const title = titles[code] ?? fallback;
  const body = {
    type: `urn:mal-ukm:problem:${code}`,
    title,
    status,
    detail: options.detail ?? options.errors?.[0]?.message ?? title,
    code,
    ...(options.errors?.length ? { errors: options.errors } : {}),
    ...(options.requestId && { request_id: options.requestId }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...options.headers,
    },
  });
}
