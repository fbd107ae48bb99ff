import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_LINES } from '../limits.ts';
import {
  addToCart,
  CART_MAX_BYTES,
  type Cart,
  decodeCart,
  encodeCart,
  removeFromCart,
  setQuantity,
} from './cart.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const line = fc.record({
  sku: fc.tuple(slug, slug, fc.option(slug)).map((parts) => parts.filter(Boolean).join('/')),
  qty: fc.integer({ min: 1, max: 10_000 }),
  price: fc.integer({ min: 0, max: 100_000_000 }),
});
const cart = fc
  .uniqueArray(line, { selector: ({ sku }) => sku, maxLength: MAX_LINES })
  .map((lines): Cart => ({ lines }));

test('a cart comes back from its cookie as it went in', () => {
  fc.assert(
    fc.property(cart, (given) => {
      expect(decodeCart(encodeCart(given))).toEqual(given);
    }),
  );
});

test('whatever a cookie holds, reading it gives a cart within the limits', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `1~${text}`),
      ),
      (value) => {
        expect(decodeCart(value).lines.length).toBeLessThanOrEqual(MAX_LINES);
      },
    ),
  );
  expect(decodeCart('1~a.b*2*zz~nonsense~a.b*9*1').lines).toEqual([{ sku: 'a/b', qty: 2, price: 1295 }]);
});

test('the cookie needs no escaping', () => {
  fc.assert(
    fc.property(cart, (given) => {
      expect(encodeCart(given)).toBe(encodeURIComponent(encodeCart(given)));
    }),
  );
});

test('adding what lies there already adds the pieces', () => {
  const first = { lines: [{ sku: 'a/b', qty: 2, price: 1000 }] };
  expect(addToCart(first, { sku: 'a/b', qty: 3, price: 900 })).toEqual({
    ok: true,
    cart: { lines: [{ sku: 'a/b', qty: 5, price: 900 }] },
  });
});

test('the cart says so when it is full, by lines and by bytes', () => {
  const lines = Array.from({ length: MAX_LINES }, (_, index) => ({
    sku: `a/b${index}`,
    qty: 1,
    price: 1,
  }));
  expect(addToCart({ lines }, { sku: 'a/new', qty: 1, price: 1 })).toEqual({
    ok: false,
    reason: 'too_many_lines',
  });
  const long = Array.from({ length: 20 }, (_, index) => ({
    sku: `${'a'.repeat(78)}/${'b'.repeat(78)}/v${index}`,
    qty: 1,
    price: 1,
  }));
  const full = { lines: long };
  expect(encodeCart(full).length).toBeLessThan(CART_MAX_BYTES);
  expect(
    addToCart(
      {
        lines: [...long, { ...long[0]!, sku: `${long[0]!.sku}x` }, { ...long[0]!, sku: `${long[0]!.sku}y` }],
      },
      { sku: `${'c'.repeat(78)}/${'b'.repeat(78)}/${'c'.repeat(78)}`, qty: 1, price: 1 },
    ),
  ).toEqual({
    ok: false,
    reason: 'too_large',
  });
});

test('a quantity of 0 takes the line out, one above the limit is refused', () => {
  const one = { lines: [{ sku: 'a/b', qty: 2, price: 1000 }] };
  expect(setQuantity(one, 'a/b', 0)).toEqual({ ok: true, cart: { lines: [] } });
  expect(setQuantity(one, 'a/b', 10_001)).toEqual({ ok: false, reason: 'quantity' });
  expect(removeFromCart(one, 'a/b')).toEqual({ lines: [] });
});
