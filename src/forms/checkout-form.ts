import type { EarlierOrder } from '../domain/ordering/earlier-order.ts';
import type { RequestError } from '../domain/request-error.ts';

/** What the checkout's page gets back when the form was not the order yet: everything that was typed. */
export interface CheckoutForm {
  values: Record<string, string>;
  lines: { sku: string; qty: number; price: number }[];
  errors: RequestError[];
  /** What is new although nothing is wrong: the fee now known, another total, choices that no longer fit. */
  notice?: 'shipping_priced' | 'total_changed' | 'choices_changed';
  /** What became of asking for a link that confirms the address. */
  confirming?: 'sent' | 'too_many_requests';
  /** An order that this may repeat, and whether its page has yet to be seen. */
  earlier?: EarlierOrder & { unseen?: boolean };
}

/** Where a form's goods go; its page remembers the place that it has shown services and districts of. */
export function placeOf(values: Record<string, string>): string {
  const country = values.country || 'ID';
  return country === 'ID' ? `ID ${values.region ?? ''}` : country;
}
