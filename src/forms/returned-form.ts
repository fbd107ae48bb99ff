import type { RequestError } from '../domain/request-error.ts';

/** What a page gets back of a form that was not taken: which one, everything typed, and what is wrong. */
export interface ReturnedForm {
  /** The seller order that it was about. */
  code: string;
  /** Which of the page's forms: a buyer's action, or the state that a seller wanted to move to. */
  action: string;
  values: Record<string, string>;
  /** A problem of the whole form, by its stable code. */
  refused: string;
  errors: RequestError[];
}
