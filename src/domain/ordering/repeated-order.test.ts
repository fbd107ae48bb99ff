import { expect, test } from 'vitest';
import type { SellerOrder } from './order.ts';
import { decodeKeys, encodeKeys, holdsSameGoods, minutesSince } from './repeated-order.ts';

const part = (status: string, ...lines: [string, number][]) =>
  ({ status, lines: lines.map(([sku, qty]) => ({ sku, qty })) }) as SellerOrder;

test('the same goods are the same SKUs and quantities, in any order and over all sellers', () => {
  const order = { seller_orders: [part('paid', ['a/b', 2]), part('cancelled', ['c/d', 1])] };
  const goods = (...lines: [string, number][]) => lines.map(([sku, qty]) => ({ sku, qty }));
  expect(holdsSameGoods(order, goods(['c/d', 1], ['a/b', 2]))).toBe(true);
  expect(holdsSameGoods(order, goods(['a/b', 2]))).toBe(false);
  expect(holdsSameGoods(order, goods(['c/d', 1], ['a/b', 3]))).toBe(false);
});

test('an order of which nothing is left stands in nobody’s way', () => {
  const over = { seller_orders: [part('cancelled', ['a/b', 2]), part('expired', ['c/d', 1])] };
  expect(
    holdsSameGoods(over, [
      { sku: 'a/b', qty: 2 },
      { sku: 'c/d', qty: 1 },
    ]),
  ).toBe(false);
});

test('keys come back from their cookie, and nothing else does', () => {
  const next = 'x'.repeat(24);
  const last = 'y'.repeat(24);
  expect(decodeKeys(encodeKeys({ next }))).toEqual({ next });
  expect(decodeKeys(encodeKeys({ next, last }))).toEqual({ next, last });
  for (const text of ['', 'short', `${next}<`, `.${last}`]) expect(decodeKeys(text)).toBeUndefined();
});

test('a moment ago is one minute', () => {
  const now = new Date('2026-11-24T05:10:00Z');
  expect(minutesSince({ created_at: '2026-11-24T05:09:50Z' }, now)).toBe(1);
  expect(minutesSince({ created_at: '2026-11-24T05:07:10Z' }, now)).toBe(2);
});
