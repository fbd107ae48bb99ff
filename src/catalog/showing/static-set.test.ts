import { expect, test } from 'vitest';
import type { Product } from './join.ts';
import { staticLimit, staticProducts } from './static-set.ts';

const OPENED = { 'uvo-1': '2020-08-01T00:00:00+07:00', 'uvo-2': '2020-11-01T00:00:00+07:00' };
const product = (id: string, edition: keyof typeof OPENED, more: Partial<Product> = {}) =>
  ({
    id,
    seller: { slug: id.split('/')[0] },
    edition: { opens_at: OPENED[edition] },
    soldOut: false,
    body: '',
    ...more,
  }) as Product;

const products = [
  product('a/lama', 'uvo-1'),
  product('a/baru', 'uvo-2'),
  product('a/baru-2', 'uvo-2'),
  product('b/satu', 'uvo-1'),
  product('c/habis', 'uvo-2', { soldOut: true }),
  product('c/lama', 'uvo-1'),
];
const ids = (most: number | undefined) => [...staticProducts(products, most)].map(({ id }) => id).sort();

test('without a limit, or with one that is not reached, every page is static', () => {
  expect(ids(undefined)).toHaveLength(6);
  expect(ids(6)).toHaveLength(6);
});

test('sellers take turns, the newest of each first and what is sold out last', () => {
  expect(ids(3)).toEqual(['a/baru', 'b/satu', 'c/lama']);
  expect(ids(4)).toEqual(['a/baru', 'a/baru-2', 'b/satu', 'c/lama']);
  expect(ids(0)).toEqual([]);
});

test('what is too long for a row stays static whatever the limit is', () => {
  const long = product('a/panjang', 'uvo-1', { body: 'x'.repeat(20_001) });
  expect([...staticProducts([...products, long], 0)]).toEqual([long]);
});

test('the limit is a whole number or all', () => {
  expect([staticLimit(''), staticLimit('all'), staticLimit('0'), staticLimit(' 2000 ')]).toEqual([
    undefined,
    undefined,
    0,
    2000,
  ]);
  for (const wrong of ['-1', '2.5', 'sepuluh']) expect(() => staticLimit(wrong)).toThrow(RangeError);
});
