import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBefore, isDay, parseMoment, startOfWibDay, wibDay, wibIso, wibMinute } from './time.ts';

test('a moment is read with its offset', () => {
  const closing = '2020-11-20T06:00:00.000Z';
  for (const text of [
    '2020-11-20T13:00:00+07:00',
    '2020-11-20T13:00:00 07:00',
    '2020-11-20T13:00+0700',
    '2020-11-20T06:00:00Z',
    '2020-11-20t06:00:00.000z',
    ' 2020-11-20T01:30:00-04:30 ',
  ])
    expect(parseMoment(text)?.toISOString()).toBe(closing);
});

test('a text without offset, or of a day or hour that does not exist, is no moment', () => {
  for (const text of [
    '',
    'kemarin',
    '2020-11-20',
    '2020-11-20T13:00:00',
    '2020-02-30T13:00:00Z',
    '2021-02-29T13:00:00Z',
    '2020-13-01T13:00:00Z',
    '2020-11-20T24:00:00Z',
    '2020-11-20T13:60:00Z',
    '2020-11-20T13:00:60Z',
    '2020-11-20T13:00:00+15:00',
    '2020-11-20T13:00:00+07:60',
    '1605852000000',
    '1999-12-31T23:59:59Z',
    '0000-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59Z',
    '9999-01-01T00:00:00Z',
  ])
    expect(parseMoment(text)).toBeUndefined();
});

const moments = fc.date({
  min: new Date('2000-01-02T00:00:00Z'),
  max: new Date('2999-12-31T00:00:00Z'),
  noInvalidDate: true,
});

test('every moment is read back, in UTC and in WIB', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      expect(parseMoment(moment.toISOString())).toEqual(moment);
      const wib = new Date(moment.getTime() + 7 * 3_600_000).toISOString().replace('Z', '+07:00');
      expect(parseMoment(wib)).toEqual(moment);
      expect(parseMoment(wib.replace('+', ' '))).toEqual(moment);
    }),
  );
});

test('a day in WIB begins at 17.00 UTC of the day before', () => {
  expect(startOfWibDay('2020-11-20').toISOString()).toBe('2020-11-19T17:00:00.000Z');
  expect(wibDay(new Date('2020-11-19T16:59:59.999Z'))).toBe('2020-11-19');
  expect(wibDay(new Date('2020-11-19T17:00:00.000Z'))).toBe('2020-11-20');
  expect(isDay('2020-02-30')).toBe(false);
  expect(() => startOfWibDay('2020-02-30')).toThrow(RangeError);
});

test('a moment lies in its own day', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const start = startOfWibDay(wibDay(moment)).getTime();
      expect(moment.getTime()).toBeGreaterThanOrEqual(start);
      expect(moment.getTime()).toBeLessThan(start + 86_400_000);
    }),
  );
});

test('minutes, days and moments are told in WIB', () => {
  const moment = new Date('2020-11-20T06:00:59.500Z');
  expect(wibMinute(moment)).toBe('2020-11-20T13:00');
  expect(wibIso(moment)).toBe('2020-11-20T13:00:59.500+07:00');
  expect(wibIso(new Date('2020-11-20T17:00:00Z'))).toBe('2020-11-21T00:00:00+07:00');
  expect([daysBefore('2024-03-01', 1), daysBefore('2026-12-31', -1)]).toEqual(['2024-02-29', '2027-01-01']);
});
