import type {
  Complaint,
  LifeState,
  OwedMoney,
  OwedRefund,
  Passage,
  Refund,
  RefundAccount,
  SellerOrderLife,
} from '../../src/domain/fulfilment/order-life.ts';
import type { MailEvent } from '../../src/domain/fulfilment/order-mails.ts';
import type { Actor, StockEffect } from '../../src/domain/fulfilment/order-states.ts';
import type { PaymentDetails } from '../../src/domain/ordering/order.ts';
import type { PaymentMethod } from '../../src/domain/payment/payment.ts';
import type { LedgerEntry } from '../../src/domain/turnover/ledger.ts';
import type { AmountHold } from '../ordering/ports.ts';

// What the use cases need to carry an order on after it was placed.

export type { Complaint, OwedMoney, OwedRefund, Passage, Refund, RefundAccount, SellerOrderLife };

/** A mail to be queued with its cause. */
export interface LifeMail {
  kind: MailEvent;
  to: string;
  /** What the mail tells of its cause, as it was then. */
  detail?: Record<string, string | number>;
}

/** Everything that one change writes, at once or not at all. */
export interface LifeChange {
  code: string;
  /** What the change was decided on. */
  expected: Pick<SellerOrderLife, 'version' | 'status'>;
  at: string;
  next: LifeState;
  passage?: { actor: Actor; reason: string };
  stock?: StockEffect;
  ledger?: LedgerEntry[];
  /** The fee that the seller quotes, in rupiah, and the amount to keep apart from the seller's other orders. */
  quote?: { fee: number; hold?: AmountHold };
  /** Another way of paying, and what the buyer pays to then. */
  payment?: { method: PaymentMethod; details: PaymentDetails };
  refund?: Pick<Refund, 'amount' | 'reason' | 'reference'>;
  /** Money that came by the gateway and belongs to no sale; a payment brings it up once. */
  owed?: Pick<OwedMoney, 'gateway_order' | 'amount' | 'reason'>;
  /** Such money that came by transfer or QRIS, as the seller or the operator tells it. */
  owed_by_hand?: { amount: number; reason: OwedMoney['reason']; by: Actor };
  /** The payment by the gateway that pays this order, and what of it is too much and owed; it is taken once. */
  payment_taken?: { gateway_order: string; over: number };
  /**
   * What the gateway says it has paid back of a payment in all, in rupiah: what the change was decided on, what it is
   * now, and how much of that exceeds what was left.
   */
  gateway_refund?: { gateway_order: string; before: number; after: number; over: number };
  /** The operator has seen to what was paid back too much. */
  over_settled?: boolean;
  /** Such money that went back, in rupiah; never more than there is. */
  owed_refund?: { gateway_order: string; amount: number; reference: string; by: Actor };
  /** The buyer's word that everything that went back has come. */
  refund_received?: boolean;
  refund_account?: RefundAccount;
  complaint?:
    | { do: 'open'; reason: string; text: string }
    | { do: 'answer'; text: string }
    | { do: 'decide'; text: string; close?: boolean }
    | { do: 'close'; by: Actor };
  /** A line of the audit trail about this seller order. */
  audit?: { actor: string; action: string; detail: string };
  mails: LifeMail[];
}

export type ChangeResult = 'done' | 'conflict' | 'out_of_stock';

export interface OrderLifeStore {
  /** The lives of seller orders by their codes; unknown codes are left out. */
  lives(codes: string[]): Promise<Map<string, SellerOrderLife>>;
  change(change: LifeChange): Promise<ChangeResult>;
  /** Codes of up to `limit` seller orders for which the clock has something to do. */
  due(now: Date, limit: number): Promise<string[]>;
  /** Lets up to `limit` amounts be asked for again whose time is over. */
  releaseAmounts(now: Date, limit: number): Promise<number>;
}
