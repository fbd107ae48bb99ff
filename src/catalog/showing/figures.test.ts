import { expect, test } from 'vitest';
import { latestFigures } from './figures.ts';

const source = 'catatan';

test('turnover is the sum of the editions, each at its latest record; other figures are the latest of all', () => {
  const first = { history: [{ as_of: '2020-06-01T00:00:00+07:00', turnover: 3_484_791_000, source }] };
  const second = {
    history: [
      { as_of: '2020-11-20T13:00:00+07:00', turnover: 230_591_000, sellers: 152, visitors: 9_500, source },
      { as_of: '2020-11-12T13:00:00+07:00', turnover: 1_000, sellers: 140, source },
    ],
  };
  expect(latestFigures([first, second])).toEqual({
    turnover: 3_715_382_000,
    sellers: 152,
    visitors: 9_500,
    products: undefined,
    inquiries: undefined,
    asOf: '2020-11-20T13:00:00+07:00',
  });
});

test('a mall without records has no turnover rather than zero', () => {
  expect(latestFigures([]).turnover).toBeUndefined();
});
