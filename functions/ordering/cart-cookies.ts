import { getCookie, setCookie } from 'hono/cookie';
import {
  type Cart,
  type CartLine,
  decodeCart,
  encodeCart,
  withoutOrdered,
} from '../../src/domain/ordering/cart.ts';
import { type CheckoutKeys, decodeKeys, encodeKeys } from '../../src/domain/ordering/repeated-order.ts';
import type { AppContext } from '../http/context.ts';
import { keepOwnCookie, ownCookie } from '../http/own-cookie.ts';

/**
 * The cart's cookie: SKUs, quantities and prices seen; no account, no storage. It is public by contract and has no
 * `__Host-`: a cart that another host of the domain planted is one that the buyer sees and checks, at prices that the
 * mall reads anew.
 */
const CART_COOKIE = 'cart';
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** The cart that came with the request; anything unreadable is an empty cart. */
export function cartOf(c: AppContext): Cart {
  return decodeCart(getCookie(c, CART_COOKIE) ?? '');
}

/** Keeps the cart in its cookie. */
export function keepCart(c: AppContext, cart: Cart): void {
  const options = {
    path: '/',
    secure: true,
    sameSite: 'Lax',
    maxAge: cart.lines.length ? THIRTY_DAYS : 0,
  } as const;
  setCookie(c, CART_COOKIE, encodeCart(cart), { ...options, httpOnly: true });
}

/** Takes out what was ordered. */
export async function takeFromCart(c: AppContext, ordered: { sku: string }[]): Promise<void> {
  const cart = await c.var.mall.cartNow(cartOf(c));
  const left = withoutOrdered(cart, ordered);
  if (left.lines.length < cart.lines.length) keepCart(c, left);
}

/** Beside the cart: which key its order gets. It outlives a lost answer, so that asking again finds that order. */
const KEYS_COOKIE = 'kunci';

/** The keys that this browser holds. */
export function keysOf(c: AppContext): CheckoutKeys | undefined {
  return decodeKeys(ownCookie(c, KEYS_COOKIE) ?? '');
}

/** Keeps the keys where only the mall reads them: who has one is shown its order. */
export function keepKeys(c: AppContext, keys: CheckoutKeys): void {
  keepOwnCookie(c, KEYS_COOKIE, encodeKeys(keys), THIRTY_DAYS);
}

/** The line of a checkout that leaves the cart as it is, as the cart's cookie would write it. */
const DIRECT = 'beli';

/** The line that is to be bought at once; `undefined` where the cart is. */
export function directLine(c: AppContext): CartLine | undefined {
  return decodeCart(c.req.query(DIRECT) ?? '').lines[0];
}

/** Where to buy one line now, leaving the cart as it is. */
export function directCheckout(checkoutPath: string, line: CartLine): string {
  return `${checkoutPath}?${DIRECT}=${encodeCart({ lines: [line] })}`;
}
