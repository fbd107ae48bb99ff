import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitPrice, variantPrices } from './price.ts';

const priced = fc
  .tuple(
    fc.integer({ min: 100, max: 5_000_000 }),
    fc.uniqueArray(fc.integer({ min: 2, max: 500 }), { maxLength: 5 }),
  )
  .map(([price, quantities]) => ({
    price,
    tiers: quantities
      .sort((a, b) => a - b)
      .map((min_qty, index) => ({ min_qty, price: Math.max(1, price - (index + 1) * 10) })),
  }));

test('a larger quantity never costs more a piece', () => {
  fc.assert(
    fc.property(priced, fc.nat(1000), fc.nat(1000), (prices, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(unitPrice(prices, more)).toBeLessThanOrEqual(unitPrice(prices, less));
    }),
  );
});

test('the wholesale price holds from its minimum on', () => {
  const prices = { price: 100_000, tiers: [{ min_qty: 12, price: 90_000 }] };
  expect(unitPrice(prices, 11)).toBe(100_000);
  expect(unitPrice(prices, 12)).toBe(90_000);
});

test('a dearer variant stays dearer by the same amount at every quantity', () => {
  fc.assert(
    fc.property(priced, fc.integer({ min: 0, max: 100_000 }), fc.nat(600), (prices, more, qty) => {
      const variant = variantPrices(prices, prices.price + more);
      expect(unitPrice(variant, qty) - unitPrice(prices, qty)).toBe(more);
    }),
  );
});

test('a cheaper variant never costs less than Rp1, and more pieces never cost more each', () => {
  fc.assert(
    fc.property(priced, fc.integer({ min: 1 }), fc.nat(600), fc.nat(600), (prices, ownPrice, a, b) => {
      const variant = variantPrices(prices, Math.min(ownPrice, prices.price));
      expect(unitPrice(variant, a)).toBeGreaterThanOrEqual(1);
      expect(unitPrice(variant, Math.max(a, b))).toBeLessThanOrEqual(unitPrice(variant, Math.min(a, b)));
    }),
  );
});
