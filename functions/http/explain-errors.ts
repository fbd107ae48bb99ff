import type { RequestError } from '../../src/domain/request-error.ts';
import { explainError } from '../../src/i18n/explain-error.ts';
import { type Locale, localeFromHeader } from '../../src/i18n/locale.ts';
import type { AppContext } from './context.ts';
import { type ProblemError, problem } from './problem.ts';

/** Errors with the sentence that says what to do, the figures of the case among it. */
export function explainErrors(errors: RequestError[], locale: Locale): ProblemError[] {
  return errors.map((error) => ({ ...error, message: explainError(error, locale) }));
}

/** The answer to a request that a use case refused, with the sentence of each faulty field. */
export function refusalAnswer(
  c: AppContext,
  refusal: { status: 400 | 404 | 409 | 422 | 429 | 503; code: string; errors?: RequestError[] },
): Response {
  const locale = localeFromHeader(c.req.header('Accept-Language'));
  return problem(c, refusal.status, refusal.code, {
    errors: explainErrors(refusal.errors ?? [], locale),
    ...(refusal.status === 429 || refusal.status === 503 ? { headers: { 'Retry-After': '60' } } : {}),
  });
}
