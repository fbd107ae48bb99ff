import type { OrderState } from '../ordering/order-state.ts';
import type { PaymentMethod } from '../payment/payment.ts';

/** Who moves a seller order on; `clock` is the scheduled handler. */
export const ACTORS = ['buyer', 'seller', 'operator', 'gateway', 'clock'] as const;
export type Actor = (typeof ACTORS)[number];

/** What a move does to the pieces that the order took. */
export type StockEffect = 'keep' | 'give_back' | 'take_again';

/** What has to be said with a move: the shipping fee, the parcel's courier and number, or why. */
export type Requirement = 'fee' | 'parcel' | 'reason';

/** One row of the table. */
export interface Transition {
  from: OrderState;
  to: OrderState;
  by: readonly Actor[];
  /** Only for cash on delivery, or only for what is paid beforehand. */
  only?: 'cod' | 'prepaid';
  stock: StockEffect;
  /** The ledger's entry that is written with the move. */
  ledger?: 'sale' | 'refund';
  needs?: Requirement;
}

/**
 * Every move that a seller order can make; what is not here answers 409.
 *
 * Stock comes back once: with `cancelled`, `expired`, a refund before shipping, or `returned`, which is said when
 * the parcel has arrived back. Money that comes late takes it again, or is paid back where nothing is left; that
 * was never a sale. The operator may end what is stuck, but never say that a seller's money has arrived.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'awaiting_shipping', to: 'awaiting_payment', by: ['seller'], stock: 'keep', needs: 'fee' },
  {
    from: 'awaiting_shipping',
    to: 'cancelled',
    by: ['buyer', 'seller', 'operator'],
    stock: 'give_back',
    needs: 'reason',
  },
  { from: 'awaiting_shipping', to: 'expired', by: ['clock'], stock: 'give_back' },

  { from: 'awaiting_payment', to: 'paid', by: ['seller', 'gateway'], stock: 'keep', ledger: 'sale' },
  {
    from: 'awaiting_payment',
    to: 'cancelled',
    by: ['buyer', 'seller', 'operator'],
    stock: 'give_back',
    needs: 'reason',
  },
  { from: 'awaiting_payment', to: 'expired', by: ['clock'], stock: 'give_back' },

  {
    from: 'expired',
    to: 'paid',
    by: ['seller', 'gateway'],
    only: 'prepaid',
    stock: 'take_again',
    ledger: 'sale',
  },
  { from: 'expired', to: 'refunded', by: ['seller', 'operator', 'gateway'], only: 'prepaid', stock: 'keep' },
  {
    from: 'cancelled',
    to: 'paid',
    by: ['seller', 'gateway'],
    only: 'prepaid',
    stock: 'take_again',
    ledger: 'sale',
  },
  {
    from: 'cancelled',
    to: 'refunded',
    by: ['seller', 'operator', 'gateway'],
    only: 'prepaid',
    stock: 'keep',
  },

  { from: 'paid', to: 'processing', by: ['seller'], stock: 'keep' },
  {
    from: 'paid',
    to: 'refunded',
    by: ['seller', 'operator', 'gateway'],
    stock: 'give_back',
    ledger: 'refund',
  },

  { from: 'processing', to: 'shipped', by: ['seller'], stock: 'keep', needs: 'parcel' },
  {
    from: 'processing',
    to: 'refunded',
    by: ['seller', 'operator', 'gateway'],
    only: 'prepaid',
    stock: 'give_back',
    ledger: 'refund',
  },
  {
    from: 'processing',
    to: 'cancelled',
    by: ['buyer', 'seller', 'operator'],
    only: 'cod',
    stock: 'give_back',
    needs: 'reason',
  },

  { from: 'shipped', to: 'completed', by: ['buyer', 'clock'], only: 'prepaid', stock: 'keep' },
  // The seller has the cash: neither the buyer nor the clock can know that.
  { from: 'shipped', to: 'completed', by: ['seller'], only: 'cod', stock: 'keep', ledger: 'sale' },
  { from: 'shipped', to: 'returned', by: ['seller'], stock: 'give_back', needs: 'reason' },
  {
    from: 'shipped',
    to: 'refunded',
    by: ['seller', 'operator', 'gateway'],
    only: 'prepaid',
    stock: 'keep',
    ledger: 'refund',
  },

  {
    from: 'returned',
    to: 'refunded',
    by: ['seller', 'operator', 'gateway'],
    only: 'prepaid',
    stock: 'keep',
    ledger: 'refund',
  },

  {
    from: 'completed',
    to: 'refunded',
    by: ['seller', 'operator', 'gateway'],
    stock: 'keep',
    ledger: 'refund',
  },
];

/** A move that somebody wants to make. */
export interface Move {
  from: OrderState;
  to: OrderState;
  by: Actor;
  method: PaymentMethod;
  /** True while a complaint is open, or the buyer has said "I have paid": the clock then waits. */
  clockStopped?: boolean;
}

function allows({ by, only }: Transition, move: Omit<Move, 'from' | 'to'>): boolean {
  if (!by.includes(move.by)) return false;
  if (move.by === 'clock' && move.clockStopped) return false;
  if (move.by === 'gateway' && move.method !== 'gateway') return false;
  return only === undefined || (only === 'cod') === (move.method === 'cod');
}

/** The row that allows a move; `undefined` where the table holds none. */
export function transitionFor(move: Move): Transition | undefined {
  return TRANSITIONS.find((row) => row.from === move.from && row.to === move.to && allows(row, move));
}

/** Where an actor may take a seller order from here, in the table's order: the buttons of a desk. */
export function nextStates(move: Omit<Move, 'to'>): OrderState[] {
  return TRANSITIONS.filter((row) => row.from === move.from && allows(row, move)).map(({ to }) => to);
}

/**
 * Whether a move's requirement is asked of this actor: a reason is the seller's and the operator's to give, a
 * buyer may cancel without one.
 */
export function requirementOf({ needs }: Transition, by: Actor): Requirement | undefined {
  return needs === 'reason' && by === 'buyer' ? undefined : needs;
}
