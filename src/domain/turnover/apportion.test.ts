import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './apportion.ts';

const weights = fc.array(fc.nat(1_000_000_000_000), { minLength: 1, maxLength: 30 });
const total = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const sum = (parts: number[]) => parts.reduce((all, part) => all + part, 0);

test('the parts sum to the whole and each is a whole number', () => {
  fc.assert(
    fc.property(total, weights, (whole, shares) => {
      const parts = apportion(whole, shares);
      expect(parts.length).toBe(shares.length);
      expect(sum(parts)).toBe(whole);
      expect(parts.every(Number.isSafeInteger)).toBe(true);
    }),
  );
});

test('no part is more than what it is a part of, as long as the whole is not', () => {
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (shares, fraction) => {
      const parts = apportion(Math.floor(sum(shares) * fraction), shares);
      parts.forEach((part, index) => {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(shares[index]!);
      });
    }),
  );
});

test('what does not divide goes to the largest remainders, the first among equals', () => {
  expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(apportion(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(apportion(10, [1, 2, 3, 0])).toEqual([2, 3, 5, 0]);
  expect(apportion(5, [0, 0])).toEqual([5, 0]);
});

test('no parts and broken figures are bugs', () => {
  expect(() => apportion(1, [])).toThrow(RangeError);
  expect(() => apportion(1.5, [1])).toThrow(RangeError);
  expect(() => apportion(1, [-1])).toThrow(RangeError);
});
