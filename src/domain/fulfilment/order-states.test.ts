import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialState, isUnpaid, ORDER_STATES, type OrderState } from '../ordering/order-state.ts';
import { PAYMENT_METHODS, type PaymentMethod } from '../payment/payment.ts';
import {
  ACTORS,
  type Actor,
  type Move,
  nextStates,
  requirementOf,
  TRANSITIONS,
  transitionFor,
} from './order-states.ts';

/** The rules of the mall, written out once more by hand, so that a slip in the table does not pass. */
const RULES: Record<OrderState, OrderState[]> = {
  awaiting_shipping: ['awaiting_payment', 'cancelled', 'expired'],
  awaiting_payment: ['paid', 'cancelled', 'expired'],
  expired: ['paid', 'refunded'],
  cancelled: ['paid', 'refunded'],
  paid: ['processing', 'refunded'],
  processing: ['shipped', 'refunded', 'cancelled'],
  shipped: ['completed', 'returned', 'refunded'],
  returned: ['refunded'],
  completed: ['refunded'],
  refunded: [],
};

test('the table holds exactly the moves of the rules', () => {
  for (const from of ORDER_STATES) {
    const reached = new Set(TRANSITIONS.filter((row) => row.from === from).map(({ to }) => to));
    expect([from, [...reached].sort()]).toEqual([from, [...RULES[from]].sort()]);
  }
});

const mayMove = (move: Move) => transitionFor(move) !== undefined;

test('no two rows answer the same move', () => {
  for (const from of ORDER_STATES)
    for (const to of ORDER_STATES)
      for (const by of ACTORS)
        for (const method of PAYMENT_METHODS) {
          const rows = nextStates({ from, by, method }).filter((state) => state === to);
          expect(rows.length).toBeLessThanOrEqual(1);
          expect(mayMove({ from, to, by, method })).toBe(rows.length === 1);
        }
});

const may = (from: OrderState, to: OrderState, method: PaymentMethod = 'transfer'): Actor[] =>
  ACTORS.filter((by) => mayMove({ from, to, by, method }));

describe('who may do what', () => {
  test('money is confirmed by the seller, or by the gateway where it was paid there, never by the buyer', () => {
    expect(may('awaiting_payment', 'paid')).toEqual(['seller']);
    expect(may('awaiting_payment', 'paid', 'gateway')).toEqual(['seller', 'gateway']);
    expect(may('expired', 'paid', 'gateway')).toEqual(['seller', 'gateway']);
  });

  test('a buyer cancels before payment, a cash order until it is sent, and nothing later', () => {
    const states = (method: PaymentMethod) =>
      ORDER_STATES.filter((from) => may(from, 'cancelled', method).includes('buyer'));
    expect(states('transfer')).toEqual(['awaiting_shipping', 'awaiting_payment']);
    expect(states('cod')).toEqual(['awaiting_shipping', 'awaiting_payment', 'processing']);
  });

  test('a cash order is completed by the seller who has the cash, never by the clock', () => {
    expect(may('shipped', 'completed', 'cod')).toEqual(['seller']);
    expect(may('shipped', 'completed')).toEqual(['buyer', 'clock']);
  });

  test('a cash order that came back was never paid and is not refunded', () => {
    expect(may('returned', 'refunded', 'cod')).toEqual([]);
    expect(may('returned', 'refunded')).toEqual(['seller', 'operator']);
  });

  test('the clock only lets lapse and completes, and stops for a complaint or a claim', () => {
    const clock = TRANSITIONS.filter(({ by }) => by.includes('clock'));
    expect(clock.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'awaiting_shipping expired',
      'awaiting_payment expired',
      'shipped completed',
    ]);
    for (const { from, to } of clock)
      expect(mayMove({ from, to, by: 'clock', method: 'qris', clockStopped: true })).toBe(false);
    expect(
      mayMove({
        from: 'awaiting_payment',
        to: 'paid',
        by: 'seller',
        method: 'qris',
        clockStopped: true,
      }),
    ).toBe(true);
  });

  test('the operator ends what is stuck and never confirms money', () => {
    const operator = TRANSITIONS.filter(({ by }) => by.includes('operator'));
    expect([...new Set(operator.map(({ to }) => to))].sort()).toEqual(['cancelled', 'refunded']);
  });
});

test('a seller who cancels says why, a buyer need not; a parcel has its number; a quote its fee', () => {
  const row = (move: Omit<Move, 'method'>) => transitionFor({ ...move, method: 'transfer' })!;
  const cancelled = { from: 'awaiting_payment', to: 'cancelled' } as const;
  expect(requirementOf(row({ ...cancelled, by: 'seller' }), 'seller')).toBe('reason');
  expect(requirementOf(row({ ...cancelled, by: 'buyer' }), 'buyer')).toBeUndefined();
  expect(requirementOf(row({ from: 'processing', to: 'shipped', by: 'seller' }), 'seller')).toBe('parcel');
  expect(
    requirementOf(row({ from: 'awaiting_shipping', to: 'awaiting_payment', by: 'seller' }), 'seller'),
  ).toBe('fee');
});

test('an order begins with the quote, the packing or the payment, and only a refund is final', () => {
  expect(initialState('transfer', false)).toBe('awaiting_shipping');
  expect(initialState('cod', true)).toBe('processing');
  expect(initialState('qris', true)).toBe('awaiting_payment');
  expect(ORDER_STATES.filter((state) => !TRANSITIONS.some(({ from }) => from === state))).toEqual([
    'refunded',
  ]);
  expect(ORDER_STATES.filter(isUnpaid)).toEqual(['awaiting_shipping', 'awaiting_payment']);
});

/** Any life of an order: at each step one of the moves that anybody may make. */
const lives = fc.record({
  method: fc.constantFrom(...PAYMENT_METHODS),
  shippingKnown: fc.boolean(),
  choices: fc.array(fc.nat(100), { maxLength: 20 }),
});

test('whatever happens, stock is given back at most once each time it was taken, and never twice taken', () => {
  fc.assert(
    fc.property(lives, ({ method, shippingKnown, choices }) => {
      // Cash needs a known fee: it is not offered without one.
      let state = initialState(method, shippingKnown || method === 'cod');
      let held = 1;
      for (const choice of choices) {
        const moves = ACTORS.flatMap((by) =>
          nextStates({ from: state, by, method }).map((to) => ({ to, by })),
        );
        if (!moves.length) break;
        const { to, by } = moves[choice % moves.length]!;
        const row = transitionFor({ from: state, to, by, method })!;
        held += row.stock === 'take_again' ? 1 : row.stock === 'give_back' ? -1 : 0;
        expect(held === 0 || held === 1).toBe(true);
        state = to;
        if (state === 'cancelled' || state === 'expired' || state === 'returned') expect(held).toBe(0);
        if (['paid', 'processing', 'shipped', 'completed'].includes(state)) expect(held).toBe(1);
      }
    }),
  );
});

test('whatever happens, there is at most one sale, and a refund in the ledger only after it', () => {
  fc.assert(
    fc.property(lives, ({ method, shippingKnown, choices }) => {
      let state = initialState(method, shippingKnown || method === 'cod');
      const entries: string[] = [];
      for (const choice of choices) {
        const moves = ACTORS.flatMap((by) =>
          nextStates({ from: state, by, method }).map((to) => ({ to, by })),
        );
        if (!moves.length) break;
        const { to, by } = moves[choice % moves.length]!;
        const { ledger } = transitionFor({ from: state, to, by, method })!;
        if (ledger) entries.push(ledger);
        state = to;
      }
      expect([[], ['sale'], ['sale', 'refund']]).toContainEqual(entries);
      const sold =
        method === 'cod' ? ['completed'] : ['paid', 'processing', 'shipped', 'completed', 'returned'];
      if (sold.includes(state)) expect(entries).toEqual(['sale']);
      if (['awaiting_payment', 'awaiting_shipping', 'cancelled', 'expired'].includes(state))
        expect(entries).toEqual([]);
    }),
  );
});

test('every state can be reached', () => {
  const reached = new Set<OrderState>(['awaiting_shipping', 'awaiting_payment', 'processing']);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { from, to } of TRANSITIONS) if (reached.has(from)) reached.add(to);
  }
  expect([...reached].sort()).toEqual([...ORDER_STATES].sort());
});
