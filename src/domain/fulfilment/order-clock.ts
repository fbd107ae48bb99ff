import { daysAfter } from '../time.ts';
/** Days after which the operator sees a paid claim that the seller has not answered. */
export const CLAIM_GRACE_DAYS = 3;
/** An order completes by itself so many days after the longest delivery time of its service. */
export const COMPLETE_AFTER_DAYS = 7;

/** When a paid claim has waited too long for the seller's answer. */
export function claimOverdueAt(claimedAt: Date): Date {
  return daysAfter(claimedAt, CLAIM_GRACE_DAYS);
}

/**
 * When a shipped order completes without a word from the buyer. Cash on delivery never does: see the table of
 * order states.
 * @param longestDays the longest delivery time of the service, in days
 */
export function completesAt(shippedAt: Date, longestDays: number): Date {
  return daysAfter(shippedAt, longestDays + COMPLETE_AFTER_DAYS);
}
