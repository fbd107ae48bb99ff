import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  amountHold,
  offeredMethods,
  paymentDeadline,
  QRIS_MAX,
  type SellerPayments,
  UNIQUE_CODE_MAX,
} from './payment.ts';

const account = { bank: 'Bank Contoh', number: '0001', holder: 'Contoh' };
const everything: SellerPayments = {
  qris: '000201…',
  bank: account,
  cod: { max: 500_000, regions: ['33'] },
  abroad: { ...account, swift: 'CONTIDJA', currencies: ['SGD'] },
  gateway: true,
};
const home = { country: 'ID', region: '33.74', due: 200_000, shippingKnown: true, gateway: false };

test('a buyer at home pays by QRIS, transfer or cash; one abroad by an international transfer', () => {
  expect(offeredMethods(everything, home)).toEqual(['qris', 'transfer', 'cod']);
  expect(offeredMethods(everything, { ...home, country: 'SG' })).toEqual(['abroad']);
});

test('only what the seller offers is offered', () => {
  expect(offeredMethods({ bank: account }, home)).toEqual(['transfer']);
  expect(offeredMethods({}, home)).toEqual([]);
});

test('QRIS ends at its limit, cash at the seller’s limit and at the edge of the seller’s regions', () => {
  expect(offeredMethods(everything, { ...home, due: QRIS_MAX })).toContain('qris');
  expect(offeredMethods(everything, { ...home, due: QRIS_MAX + 1 })).not.toContain('qris');
  expect(offeredMethods(everything, { ...home, due: 500_001 })).not.toContain('cod');
  expect(offeredMethods(everything, { ...home, region: '62.71' })).not.toContain('cod');
  expect(offeredMethods(everything, { ...home, shippingKnown: false })).not.toContain('cod');
});

test('the gateway needs both the mall and the seller', () => {
  expect(offeredMethods(everything, { ...home, gateway: true })).toContain('gateway');
  expect(offeredMethods({ bank: account }, { ...home, gateway: true })).not.toContain('gateway');
});

test('every code of a range is a discount of at most Rp499 that leaves something to pay', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('transfer' as const, 'qris' as const),
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.uint8Array({ minLength: 2, maxLength: 2 }),
      (method, due, random) => {
        const { from, span, start } = amountHold(method, due, random)!;
        expect(start).toBeLessThan(span);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from + span - 1).toBeLessThanOrEqual(UNIQUE_CODE_MAX);
        expect(due - (from + span - 1)).toBeGreaterThanOrEqual(1);
        if (method === 'transfer' && due > 1) expect(from).toBe(1);
      },
    ),
  );
});

test('cash and money from abroad carry no code', () => {
  expect(amountHold('cod', 100_000, new Uint8Array(2))).toBeUndefined();
  expect(amountHold('abroad', 100_000, new Uint8Array(2))).toBeUndefined();
});

test('a payment has 24 hours, a quote of the fee 72, cash has no deadline', () => {
  const at = new Date('2026-01-01T00:00:00Z');
  expect(paymentDeadline('awaiting_payment', at)).toBe('2026-01-02T00:00:00.000Z');
  expect(paymentDeadline('awaiting_shipping', at)).toBe('2026-01-04T00:00:00.000Z');
  expect(paymentDeadline('processing', at)).toBeUndefined();
});
