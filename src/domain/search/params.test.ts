import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearchParams, searchQueryString } from './params.ts';

const parse = (text: string) => parseSearchParams(new URLSearchParams(text));

test('empty fields of a form count as absent, unknown parameters are left alone', () => {
  const { search, errors } = parse('q=batik&category=&price=&min_price=&page=&utm_source=wa');
  expect(errors).toEqual([]);
  expect(search).toEqual({
    query: 'batik',
    filters: {},
    sort: 'relevance',
    page: 1,
    per_page: 24,
    literal: false,
  });
});

test('a chosen band comes before limits of an earlier search', () => {
  expect(parse('price=50000-99999&min_price=1&max_price=2').search.filters).toEqual({
    min_price: 50_000,
    max_price: 99_999,
  });
  expect(parse('price=1000000-').search.filters).toEqual({ min_price: 1_000_000 });
});

test.each([
  ['min_price=-5', 'min_price', 'whole_number'],
  ['min_price=1e9', 'min_price', 'whole_number'],
  ['max_price=12.5', 'max_price', 'whole_number'],
  ['min_price=20&max_price=10', 'max_price', 'price_range'],
  ['price=murah', 'price', 'price_range'],
  ['page=0', 'page', 'page'],
  ['page=501', 'page', 'page'],
  ['page=99999999999999999999', 'page', 'page'],
  ['per_page=101', 'per_page', 'per_page'],
  ['sort=rating', 'sort', 'sort'],
  ['available=maybe', 'available', 'flag'],
])('%s is told as %s: %s', (text, name, fault) => {
  expect(parse(text).errors).toEqual([{ name, fault }]);
});

test('a search and its address say the same', () => {
  const search = fc.record({
    query: fc.constantFrom('', 'batik', 'kemeja "parang" & kain', 'ünïcode 🧵'),
    filters: fc.record(
      {
        category: fc.constantFrom('kemeja', 'kain'),
        region: fc.constant('33.26'),
        min_price: fc.integer({ min: 1, max: 1000 }),
        max_price: fc.integer({ min: 1001, max: 9_000_000 }),
        available: fc.constant(true),
      },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom('relevance' as const, 'newest' as const, 'price_asc' as const),
    page: fc.integer({ min: 1, max: 500 }),
    per_page: fc.constant(24),
    literal: fc.boolean(),
  });
  fc.assert(
    fc.property(search, (before) => {
      expect(parse(searchQueryString(before))).toEqual({ search: before, errors: [] });
    }),
  );
});
