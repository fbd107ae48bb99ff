import { explainError } from '../../src/i18n/http/explain-error.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import type { RequestError } from '../ordering/place-order.ts';
import type { ProblemError } from './problem.ts';

/** Errors with the sentence that says what to do, the figures of the case among it. */
export function explainErrors(errors: RequestError[], locale: Locale): ProblemError[] {
  return errors.map((error) => ({ ...error, message: explainError(error, locale) }));
}
