import type { RequestError } from '../domain/request-error.ts';

/** What the page of booth sales gets back. */
export interface SaleForm {
  values: Record<string, string>;
  errors: RequestError[];
  code?: string;
}
