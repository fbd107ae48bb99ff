import { expect, test } from 'vitest';
import { formatDay, formatMoment } from './moment.ts';

test('a moment is read with its offset and shown in WIB', () => {
  expect(formatMoment('2020-11-20T13:00:00+07:00')).toBe('Jumat, 20 November 2020, 13.00 WIB');
  expect(formatMoment('2020-11-20T06:00:00Z', 'en')).toBe('Friday, 20 November 2020, 13.00 WIB');
});

test('late in the evening UTC is the next day in WIB', () => {
  expect(formatDay('2020-12-31T17:00:00Z')).toBe('1 Januari 2021');
});
