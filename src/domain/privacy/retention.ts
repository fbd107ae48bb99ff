import type { Rupiah } from '../money.ts';
import type { OrderState } from '../ordering/order-state.ts';
import type { PaymentMethod } from '../payment/payment.ts';
import { DAY_MS } from '../time.ts';

/**
 * How many days personal data is kept, each counted from the moment that its name tells; then the scheduled handler
 * erases or pseudonymises it. The only place for these periods: the privacy page tells them from here. UU 27/2022
 * art. 16 and 43–44: no longer than the purpose asks; PP 80/2019 art. 25: records of trade five years, those of
 * money ten. To be confirmed by counsel before a launch.
 */
export const RETENTION_DAYS = {
  /** To whom a mail went and what it said, after it was written. */
  mails: 30,
  /** Sign-ins by link or code and sessions, after they are over. */
  sign_ins: 30,
  /** That somebody owns a mail address, after they last showed it: then they show it again. */
  confirmed_addresses: 365,
  /** Questions that were marked as spam, after that. */
  spam: 30,
  /** Photos and the account for a refund, after the last step of their order. */
  order_proofs: 180,
  /** Who asked a seller and what was said, after the last word. */
  inquiries: 365,
  /** Who ordered, and where it went, after the last step of the order: then only sums and goods stay. */
  orders: 1_826,
  /** Who did something at a desk, after it was done: then only what was done stays. */
  desk_names: 1_826,
} as const;
export type Retained = keyof typeof RETENTION_DAYS;

/** For each kind of data the moment before which it is due. */
export function retentionCutoffs(now: Date): Record<Retained, string> {
  const cutoffs = Object.entries(RETENTION_DAYS).map(([kind, days]) => [
    kind,
    new Date(now.getTime() - days * DAY_MS).toISOString(),
  ]);
  return Object.fromEntries(cutoffs) as Record<Retained, string>;
}

/** What stands in the place of a name or an address that was erased. */
export const ERASED = '—';

/** What tells whether a seller order still needs its buyer. */
export interface SellerOrderEnd {
  status: OrderState;
  method: PaymentMethod;
  /** The buyer said "I have paid", and nobody has looked. */
  claimed: boolean;
  complaintOpen: boolean;
  /** Money that belongs to no sale and has not gone back yet, in rupiah. */
  owed: Rupiah;
}

/**
 * True when nothing is left to be done between buyer and seller, so that name and address are needed for the
 * books only. Money that may have come late and goods that came back paid are still to be settled.
 */
export function isOver({ status, method, claimed, complaintOpen, owed }: SellerOrderEnd): boolean {
  if (complaintOpen || owed > 0) return false;
  switch (status) {
    case 'completed':
    case 'refunded':
      return true;
    case 'cancelled':
    case 'expired':
      return !claimed;
    case 'returned':
      return method === 'cod';
    default:
      return false;
  }
}
