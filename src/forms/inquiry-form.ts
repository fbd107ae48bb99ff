import type { RequestError } from '../domain/request-error.ts';

/** What a page of questions gets back: everything that was typed, and what is wrong with it. */
export interface InquiryForm {
  values: Record<string, string>;
  errors: RequestError[];
  code?: string;
}
