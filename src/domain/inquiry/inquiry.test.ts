import { expect, test } from 'vitest';
import { wibDay } from '../time.ts';
import { lastDayOf, reaches } from './inquiry.ts';

test('an offer that lapses as 11 December begins in WIB is said to last until 10 December', () => {
  expect(wibDay(lastDayOf({ valid_until: '2026-12-10T17:00:00.000Z' }))).toBe('2026-12-10');
});

test.each([
  ['62.71', { country: 'ID', region: '62.71' }, true],
  ['62.71', { country: 'ID', region: '33.74' }, false],
  ['62.71', { country: 'SG' }, false],
  ['SG', { country: 'SG' }, true],
  ['SG', { country: 'HK' }, false],
  [undefined, { country: 'HK' }, true],
])('a fee for %s reaches %o: %s', (destination, address, reached) => {
  expect(reaches(destination === undefined ? {} : { destination }, address)).toBe(reached);
});
