import { expect, test } from 'vitest';
import { latestRecord, openingBalances } from './recorded-figures.ts';

const history = [
  { as_of: '2020-11-20T13:00:00+07:00', turnover: 300, visitors: 9500, source: 'b' },
  { as_of: '2020-11-18T13:00:00+07:00', turnover: 100, source: 'a' },
  { as_of: '2020-11-21T13:00:00+07:00', turnover: 300, source: 'c' },
];

test('a record counts from its own moment on, not a second earlier', () => {
  const moment = new Date('2020-11-20T06:00:00Z');
  expect(latestRecord(history, 'turnover', moment)?.source).toBe('b');
  expect(latestRecord(history, 'turnover', new Date(moment.getTime() - 1000))?.source).toBe('a');
  expect(latestRecord(history, 'visitors', new Date('2020-11-19T00:00:00Z'))).toBeUndefined();
  expect(latestRecord(history, 'turnover')?.source).toBe('c');
});

test('records of one expo become entries that sum to the latest of them', () => {
  expect(openingBalances('uvo-2', history)).toEqual([
    { edition: 'uvo-2', amount: 100, occurred_at: '2020-11-18T06:00:00.000Z', source: 'a' },
    { edition: 'uvo-2', amount: 200, occurred_at: '2020-11-20T06:00:00.000Z', source: 'b' },
  ]);
});
