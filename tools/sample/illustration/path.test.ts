import { expect, test } from 'vitest';
import { both, symmetric } from './path.ts';

test('a shape drawn from its left half comes back along the mirror image', () => {
  expect(symmetric('M200 10L100 20Q90 60 110 90H200')).toBe(
    'M200 10L100 20Q90 60 110 90H200L290 90Q310 60 300 20L200 10Z',
  );
});

test('a line and its mirror image run the same way', () => {
  expect(both('M10 20V40C10 50 20 60 30 70')).toBe(
    'M10 20V40C10 50 20 60 30 70M390 20L390 40C390 50 380 60 370 70',
  );
});
