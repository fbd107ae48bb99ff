import { firstClockAt, shipBy } from '../ordering/deadlines.ts';
import { isUnpaid, type OrderState } from '../ordering/order-state.ts';
import {
  AMOUNT_HELD_DAYS,
  type PaymentMethod,
  paymentDeadline,
  UNCLAIMED_HELD_HOURS,
} from '../payment/payment.ts';
import type { EditionShare } from '../turnover/ledger.ts';
import { claimOverdueAt, completesAt } from './order-clock.ts';
import type { Actor } from './order-states.ts';

/** The seller is reminded of a paid claim so many hours after it. */
export const CLAIM_REMINDER_HOURS = 24;
/** "I have paid" without a proof holds an order for so many hours. */
export const UNPROVEN_CLAIM_HOURS = 48;

/** What changes in a seller order's life. Moments are UTC, ISO 8601 with milliseconds. */
export interface LifeState {
  status: OrderState;
  status_at: string;
  /** When it lapses; absent while nothing is waited for or the clock is stopped. */
  expires_at?: string;
  /** When the clock has something else to do here. */
  clock_at?: string;
  /** When the buyer said "I have paid". */
  claimed_at?: string;
  /** By when it is to be sent; afterwards the buyer may ask for cancellation. */
  ship_by?: string;
  cancel_requested_at?: string;
  courier?: string;
  tracking?: string;
  /** When it completes by itself; with cash on delivery, when the seller is asked for the cash. */
  completes_at?: string;
  /** When another order may ask for the same amount again. */
  amount_release_at?: string;
}

export interface Complaint {
  id: number;
  reason: string;
  text: string;
  opened_at: string;
  answer?: string;
  answered_at?: string;
  /** What the mall's operator has decided. */
  decision?: string;
  decided_at?: string;
  closed_at?: string;
}

export interface Refund {
  id: number;
  /** In rupiah. */
  amount: number;
  reason: string;
  /** The seller's proof: the transfer's reference. */
  reference: string;
  made_at: string;
  /** The buyer's word that it came. */
  received_at?: string;
}

/** Why money that came belongs to no sale. */
export const OWED_REASONS = ['paid_twice', 'other_amount', 'late_without_stock', 'order_erased'] as const;
export type OwedReason = (typeof OWED_REASONS)[number];
/** What people can tell of money that came; the others follow from the order. */
export const TOLD_BY_HAND = ['paid_twice', 'other_amount'] as const satisfies OwedReason[];

/** Money that came, belongs to no sale, and has not gone back yet. */
export interface OwedMoney {
  /** The payment that brought it. */
  gateway_order: string;
  /** What is still to be paid back, in rupiah. */
  amount: number;
  reason: OwedReason;
  since: string;
}

/** What of such money went back; it takes nothing from a sale. */
export interface OwedRefund {
  /** In rupiah. */
  amount: number;
  reference: string;
  made_at: string;
  /** The buyer's word that it came. */
  received_at?: string;
}

export interface RefundAccount {
  bank: string;
  number: string;
  holder: string;
}

/** One move that was made. */
export interface Passage {
  from?: OrderState;
  to: OrderState;
  actor: Actor;
  reason: string;
  at: string;
}

/** A seller order's life as it stands. */
export interface SellerOrderLife extends LifeState {
  code: string;
  /** Counts the changes; a change names the count that it was decided on. */
  version: number;
  /** What it asks for, in rupiah. */
  total: number;
  /** True when the buyer has shown a photo of the payment. */
  proven: boolean;
  /** `total` while no other order of this seller may ask for that amount; absent once it is free again. */
  amount_held?: number;
  /** The latest one, open or closed. */
  complaint?: Complaint;
  refunds: Refund[];
  /** Money that belongs to no sale: what is to be paid back, and what was. */
  owed: OwedMoney[];
  owed_refunds: OwedRefund[];
  /** What the gateway paid back beyond what was left and the operator has not seen to, in rupiah. */
  over_refunded: number;
  refund_account?: RefundAccount;
  /** What is left of its sale by edition, in rupiah; empty before the sale. */
  sold: EditionShare[];
  passages: Passage[];
}

/** What a move has to know besides the state. */
export interface MoveFacts {
  method: PaymentMethod;
  /** The longest lead time among the lines, in days; 0 for what lies ready. */
  leadDays: number;
  /** The longest delivery time of the service, in days. */
  longestDays: number;
  courier?: string;
  tracking?: string;
  complaintOpen: boolean;
}

const after = (moment: Date | string, hours: number) =>
  new Date(new Date(moment).getTime() + hours * 3_600_000).toISOString();

/** The state after a move. Clocks that belong to the state before end with it; an open complaint stops the new. */
export function moved(state: LifeState, to: OrderState, at: Date, facts: MoveFacts): LifeState {
  const next: LifeState = {
    ...state,
    status: to,
    status_at: at.toISOString(),
    expires_at: undefined,
    clock_at: undefined,
    completes_at: undefined,
  };
  if (state.status === 'awaiting_payment') {
    const givenUp = (to === 'cancelled' || to === 'expired') && !state.claimed_at;
    next.amount_release_at = after(at, givenUp ? UNCLAIMED_HELD_HOURS : AMOUNT_HELD_DAYS * 24);
  }
  switch (to) {
    case 'awaiting_payment':
      next.expires_at = paymentDeadline(to, at);
      break;
    case 'paid':
      next.ship_by = shipBy(at, facts.leadDays).toISOString();
      break;
    case 'cancelled':
      // The seller has answered the claim; the buyer may repeat it.
      next.claimed_at = undefined;
      break;
    case 'shipped':
      next.courier = facts.courier;
      next.tracking = facts.tracking;
      next.completes_at = completesAt(at, facts.longestDays).toISOString();
      next.cancel_requested_at = undefined;
      break;
  }
  // Whoever claimed without a proof was asked about already.
  next.clock_at = to === 'expired' ? undefined : clockAt(next);
  return facts.complaintOpen ? stopped(next) : next;
}

/**
 * The buyer says "I have paid": the seller is asked to look. With a photo that proves it nothing lapses; without one,
 * the pieces and the amount are held so long and no longer.
 */
export function claimed(state: LifeState, at: Date, proven: boolean, complaintOpen: boolean): LifeState {
  const next = {
    ...state,
    claimed_at: at.toISOString(),
    expires_at: state.status === 'awaiting_payment' && !proven ? after(at, UNPROVEN_CLAIM_HOURS) : undefined,
    clock_at: after(at, CLAIM_REMINDER_HOURS),
  };
  return complaintOpen ? stopped(next) : next;
}

/**
 * An open complaint stops every clock of a sale. What is not paid yet is none: it lapses all the same, or it would
 * hold its pieces and its amount for as long as somebody complains.
 */
export function stopped(state: LifeState): LifeState {
  if (isUnpaid(state.status)) return state;
  return { ...state, expires_at: undefined, clock_at: undefined };
}

/** The complaint is closed: every clock goes on, later by the time for which it stood in this state. */
export function resumed(state: LifeState, openedAt: string, at: Date): LifeState {
  if (isUnpaid(state.status) && (state.expires_at || state.claimed_at)) return state;
  const since = Math.max(Date.parse(openedAt), Date.parse(state.status_at));
  const stood = (at.getTime() - since) / 3_600_000;
  const next = { ...state, ...(state.completes_at && { completes_at: after(state.completes_at, stood) }) };
  // A complaint of before stopped this one, too; its old deadline is long past.
  if (isUnpaid(state.status)) next.expires_at = paymentDeadline(state.status, at);
  return { ...next, clock_at: clockAt(next, at) };
}

/** When the clock next has something to do in this state. */
function clockAt(state: LifeState, now?: Date): string | undefined {
  if (state.claimed_at && waitsForMoney(state.status))
    return (now ?? new Date(state.status_at)).toISOString();
  switch (state.status) {
    case 'awaiting_payment':
    case 'awaiting_shipping':
      return firstClockAt(state);
    case 'paid':
    case 'processing':
      // Who was reminded once is not reminded again because of the next step.
      return state.ship_by && state.ship_by > state.status_at ? state.ship_by : undefined;
    case 'shipped':
      return state.completes_at;
    default:
      return undefined;
  }
}

/** Money may still come: in time, or late. */
function waitsForMoney(status: OrderState): boolean {
  return status === 'awaiting_payment' || status === 'expired' || status === 'cancelled';
}

/** What the clock does with a seller order. */
export type ClockJob =
  | 'expire'
  | 'complete'
  | 'remind_buyer_to_pay'
  | 'remind_seller_to_quote'
  | 'remind_seller_of_claim'
  | 'tell_operator_of_claim'
  | 'remind_seller_to_ship'
  | 'ask_seller_for_cash';

/** What is due by `now`, and when the clock looks again after it; `undefined` where nothing is. */
export function dueJob(
  state: LifeState,
  method: PaymentMethod,
  now: Date,
): { job: ClockJob; again?: string } | undefined {
  const due = (moment?: string) => moment !== undefined && Date.parse(moment) <= now.getTime();
  if (due(state.expires_at)) return { job: 'expire' };
  if (!due(state.clock_at)) return undefined;
  if (state.claimed_at && waitsForMoney(state.status)) {
    const overdue = claimOverdueAt(new Date(state.claimed_at)).toISOString();
    return due(overdue)
      ? { job: 'tell_operator_of_claim' }
      : { job: 'remind_seller_of_claim', again: overdue };
  }
  switch (state.status) {
    case 'awaiting_shipping':
      return { job: 'remind_seller_to_quote' };
    case 'awaiting_payment':
      return { job: 'remind_buyer_to_pay' };
    case 'paid':
    case 'processing':
      return { job: 'remind_seller_to_ship' };
    case 'shipped':
      return method === 'cod' ? { job: 'ask_seller_for_cash' } : { job: 'complete' };
    default:
      return undefined;
  }
}

/** States in which money that was paid may be reported: also late, when the order is over already. */
export function canClaim(status: OrderState, method: PaymentMethod): boolean {
  return method !== 'cod' && waitsForMoney(status);
}

/** A complaint can be about anything that is not paid back already, or was cancelled before it cost anything. */
export function canComplain(status: OrderState, method: PaymentMethod): boolean {
  return status !== 'refunded' && !(status === 'cancelled' && method === 'cod');
}

/** After the day to ship by the buyer of a paid order may ask for cancellation. */
export function canRequestCancellation(
  state: Pick<LifeState, 'status' | 'ship_by' | 'cancel_requested_at'>,
  method: PaymentMethod,
  now: Date,
): boolean {
  if (method === 'cod' || state.cancel_requested_at) return false;
  if (state.status !== 'paid' && state.status !== 'processing') return false;
  return state.ship_by !== undefined && Date.parse(state.ship_by) <= now.getTime();
}

/** Whether the buyer may name an account for a refund: wherever money may have to go back. */
export function mayNeedRefund(
  { status, owed }: Pick<SellerOrderLife, 'status' | 'owed'>,
  method: PaymentMethod,
): boolean {
  if (owed.length > 0) return true;
  if (method === 'cod') return status === 'completed';
  return status !== 'awaiting_payment' && status !== 'awaiting_shipping';
}

/** What of its total has not gone back yet, in rupiah: the most that a refund of its sale can be. */
export function leftOfSale({ total, refunds }: Pick<SellerOrderLife, 'total' | 'refunds'>): number {
  return total - refunds.reduce((sum, { amount }) => sum + amount, 0);
}

/** What is still to be paid back of money that belongs to no sale, in rupiah. */
export function owedAmount({ owed }: Pick<SellerOrderLife, 'owed'>): number {
  return owed.reduce((sum, { amount }) => sum + amount, 0);
}

/** True while the buyer has yet to say that money that went back has come. */
export function waitsForReceipt({
  refunds,
  owed_refunds,
}: Pick<SellerOrderLife, 'refunds' | 'owed_refunds'>): boolean {
  return [...refunds, ...owed_refunds].some(({ received_at }) => !received_at);
}

/** Why a complaint is made. */
export const COMPLAINT_REASONS = [
  'not_arrived',
  'wrong',
  'damaged',
  'not_as_described',
  'not_confirmed',
  'other',
] as const;
export type ComplaintReason = (typeof COMPLAINT_REASONS)[number];
