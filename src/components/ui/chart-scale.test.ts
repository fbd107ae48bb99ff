import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axis, shortNumber } from './chart-scale.ts';

test('an axis says its figures as Indonesians do', () => {
  expect([0, 950, 1_000, 250_000, 3_700_000_000, -1_500_000].map(shortNumber)).toEqual([
    '0',
    '950',
    '1 rb',
    '250 rb',
    '3,7 M',
    '-1,5 jt',
  ]);
});

test('an axis holds every value and zero', () => {
  const value = fc.integer({ min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 30 }), (values) => {
      const { low, high } = axis(values);
      for (const each of [0, ...values]) expect(each >= low && each <= high).toBe(true);
    }),
  );
});
