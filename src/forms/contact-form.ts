import type { RequestError } from '../domain/request-error.ts';

/** What the order's page gets back when a contact could not be taken as it was typed. */
export interface ContactForm {
  values: Record<string, string>;
  errors: RequestError[];
}
