import { expect, test } from 'vitest';
import { readRupiah } from './money.ts';

test.each([
  ['75rb', 75_000],
  ['75 ribu', 75_000],
  ['Rp75.000', 75_000],
  ['75 000', 75_000],
  ['75.000,00', 75_000],
  ['75,000', 75_000],
  ['1,5jt', 1_500_000],
  ['1,5 juta', 1_500_000],
  ['1.250 jt', 1_250_000],
  ['IDR 20000', 20_000],
  ['3.715.382.000', 3_715_382_000],
  ['0', 0],
])('%s is an amount of rupiah', (text, amount) => {
  expect(readRupiah(text)).toBe(amount);
});

test.each(['', 'banyak', '-75000', '75.00.000', '75rbu', '1e5', '7 5', 'Rp'])('%j is none', (text) => {
  expect(readRupiah(text)).toBeUndefined();
});

test('what is no whole rupiah is none that a rule accepts', () => {
  expect(readRupiah('75,50')).toBeNaN();
});
