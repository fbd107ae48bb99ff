import type { RequestError } from '../domain/request-error.ts';

/** What the desk's page of stock gets back of a shop's holiday that was refused. */
export interface HolidayForm {
  values: Record<string, string>;
  errors: RequestError[];
}
