import { daysAfter } from '../time.ts';

/** Days in which a seller sends what lies ready; what is made to order has its lead days on top. */
export const SHIP_WITHIN_DAYS = 3;
/** Shortest and longest delivery in days where no service says them: what a forwarder takes (Indah Kargo: 1–14). */
export const UNKNOWN_DELIVERY_DAYS: [number, number] = [1, 14];
/** The buyer is reminded to pay so many hours before the time is over. */
export const PAY_REMINDER_HOURS = 6;
/** The seller is reminded to quote a fee so many hours before the time is over. */
export const QUOTE_REMINDER_HOURS = 24;

/**
 * By when a seller order is to be sent; afterwards the buyer may ask for cancellation.
 * @param since when it was paid, or placed with cash on delivery
 * @param leadDays the longest lead time among its lines, in days; 0 for what lies ready
 */
export function shipBy(since: Date, leadDays = 0): Date {
  return daysAfter(since, SHIP_WITHIN_DAYS + leadDays);
}

/** When the clock first looks at a new seller order, besides its expiry. Moments are UTC. */
export function firstClockAt(state: {
  status: string;
  expires_at?: string;
  ship_by?: string;
}): string | undefined {
  const before = (hours: number) =>
    state.expires_at && new Date(Date.parse(state.expires_at) - hours * 3_600_000).toISOString();
  if (state.status === 'awaiting_payment') return before(PAY_REMINDER_HOURS);
  if (state.status === 'awaiting_shipping') return before(QUOTE_REMINDER_HOURS);
  return state.ship_by;
}
