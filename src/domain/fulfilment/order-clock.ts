import { DAY_MS } from '../time.ts';
/** Days after which the operator sees a paid claim that the seller has not answered. */
export const CLAIM_GRACE_DAYS = 3;
/** An order completes by itself so many days after the longest delivery time of its service. */
export const COMPLETE_AFTER_DAYS = 7;
/** Days in which a seller sends what lies ready; what is made to order has its lead days on top. */
export const SHIP_WITHIN_DAYS = 3;

const daysAfter = (moment: Date, days: number) => new Date(moment.getTime() + days * DAY_MS);

/** When a paid claim has waited too long for the seller's answer. */
export function claimOverdueAt(claimedAt: Date): Date {
  return daysAfter(claimedAt, CLAIM_GRACE_DAYS);
}

/**
 * By when a seller order is to be sent; afterwards the buyer may ask for cancellation.
 * @param since when it was paid, or placed with cash on delivery
 * @param leadDays the longest lead time among its lines, in days; 0 for what lies ready
 */
export function shipBy(since: Date, leadDays = 0): Date {
  return daysAfter(since, SHIP_WITHIN_DAYS + leadDays);
}

/**
 * When a shipped order completes without a word from the buyer. Cash on delivery never does: see the table of
 * order states.
 * @param longestDays the longest delivery time of the service, in days
 */
export function completesAt(shippedAt: Date, longestDays: number): Date {
  return daysAfter(shippedAt, longestDays + COMPLETE_AFTER_DAYS);
}
