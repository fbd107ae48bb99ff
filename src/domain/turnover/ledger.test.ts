import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHANNEL_OF,
  entryFault,
  goodsByEdition,
  type LedgerEntry,
  MAX_ENTRY,
  refundByEdition,
} from './ledger.ts';

const closing = '2020-11-20T06:00:00.000Z';
const opening = (edition: string, amount: number): LedgerEntry => ({
  kind: 'opening_balance',
  edition,
  channel: 'history',
  amount,
  occurred_at: closing,
  recorded_at: closing,
});
const history = [opening('uvo-1', 3_484_791_000), opening('uvo-2', 230_591_000)];

const lines = fc.array(
  fc.record({
    edition: fc.constantFrom('uvo-1', 'uvo-2', 'uvo-3'),
    line_total: fc.integer({ min: 1, max: 1_000_000_000 }),
  }),
  { minLength: 1, maxLength: 30 },
);
const sum = (shares: { amount: number }[]) => shares.reduce((all, { amount }) => all + amount, 0);

test('the editions of a seller order sum to its goods, also after a discount', () => {
  fc.assert(
    fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (given, fraction) => {
      const full = given.reduce((all, line) => all + line.line_total, 0);
      expect(sum(goodsByEdition(given, full))).toBe(full);
      for (const { edition, amount } of goodsByEdition(given, full))
        expect(amount).toBe(
          given.filter((line) => line.edition === edition).reduce((all, line) => all + line.line_total, 0),
        );
      const discounted = Math.floor(full * fraction);
      expect(sum(goodsByEdition(given, discounted))).toBe(discounted);
    }),
  );
});

test('refunds, in however many parts, never take more from an edition than its sale brought', () => {
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { maxLength: 6 }),
      (given, refunds) => {
        const sold = goodsByEdition(
          given,
          given.reduce((all, line) => all + line.line_total, 0),
        );
        let left = sold;
        for (const refunded of refunds) {
          const taken = refundByEdition(left, refunded);
          expect(sum(taken)).toBe(0 - Math.min(refunded, sum(left)));
          left = left.map(({ edition, amount }) => ({
            edition,
            amount: amount + (taken.find((share) => share.edition === edition)?.amount ?? 0),
          }));
          expect(left.every(({ amount }) => amount >= 0)).toBe(true);
        }
      },
    ),
  );
});

test('a refund of goods and shipping takes only the goods from the turnover', () => {
  expect(refundByEdition([{ edition: 'uvo-2', amount: 100_000 }], 112_000)).toEqual([
    { edition: 'uvo-2', amount: -100_000 },
  ]);
  expect(refundByEdition([{ edition: 'uvo-2', amount: 0 }], 12_000)).toEqual([]);
  expect(refundByEdition([], 12_000)).toEqual([]);
});

test('an entry that could not be taken back is checked before it is written', () => {
  const sale: LedgerEntry = {
    ...history[0]!,
    kind: 'sale',
    seller: 'a',
    channel: CHANNEL_OF.sale,
    amount: 50_000,
  };
  expect(entryFault(sale)).toBeUndefined();
  expect(history.map(entryFault)).toEqual([undefined, undefined]);
  expect(entryFault({ ...sale, amount: 0 })).toBe('sign');
  expect(entryFault({ ...sale, amount: -1 })).toBe('sign');
  expect(entryFault({ ...sale, kind: 'refund' })).toBe('sign');
  expect(entryFault({ ...sale, kind: 'refund', amount: -50_000 })).toBeUndefined();
  expect(entryFault({ ...sale, amount: 0.5 })).toBe('not_an_amount');
  expect(entryFault({ ...sale, amount: MAX_ENTRY + 1 })).toBe('too_large');
  expect(entryFault({ ...sale, kind: 'refund', amount: -MAX_ENTRY - 1 })).toBeUndefined();
  expect(entryFault({ ...sale, occurred_at: '2020-11-20T06:00:00.001Z' })).toBe('future');
  expect(entryFault({ ...sale, occurred_at: 'kemarin' })).toBe('future');
  expect(entryFault({ ...sale, channel: 'booth' })).toBe('channel');
});
