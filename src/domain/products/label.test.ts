import { expect, test } from 'vitest';
import { labelState } from './label.ts';

test.each([
  [undefined, 'valid'],
  ['2027-01-24', 'valid'],
  ['2027-01-23', 'ending'],
  ['2026-11-24', 'ending'],
  ['2026-11-23', 'expired'],
] as const)('on 24 November 2026 a certificate until %s is %s', (valid_until, state) => {
  expect(labelState({ valid_until }, '2026-11-24')).toBe(state);
});
