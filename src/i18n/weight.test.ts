import { expect, test } from 'vitest';
import { formatWeight } from './weight.ts';

test('a weight is said in grams below a kilogram, then in kilograms as the language writes them', () => {
  expect(formatWeight(350, 'id')).toBe('350 g');
  expect(formatWeight(1000, 'id')).toBe('1 kg');
  expect(formatWeight(1350, 'id')).toBe('1,35 kg');
  expect(formatWeight(12_500, 'en')).toBe('12.5 kg');
});
