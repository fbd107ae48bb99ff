import { getCookie, setCookie } from 'hono/cookie';
import {
  addToCart,
  type Cart,
  decodeCart,
  encodeCart,
  removeFromCart,
  setQuantity,
} from '../../src/domain/cart.ts';
import { parseSku } from '../../src/domain/sku.ts';
import type { App, AppContext } from '../app.ts';
import { readForm } from './form.ts';

/** The cart's cookie: SKUs, quantities and prices seen; no account, no storage. */
export const CART_COOKIE = 'cart';
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** The cart that came with the request; anything unreadable is an empty cart. */
export function cartOf(c: AppContext): Cart {
  return decodeCart(getCookie(c, CART_COOKIE) ?? '');
}

/** Keeps the cart in its cookie. */
export function keepCart(c: AppContext, cart: Cart): void {
  setCookie(c, CART_COOKIE, encodeCart(cart), {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    maxAge: cart.lines.length ? THIRTY_DAYS : 0,
  });
}

/** The cart's page and its forms. Every form is answered with 303, so that reloading repeats nothing. */
export function cartRoutes(app: App): void {
  app.get('/keranjang', (c) => c.var.page());

  /** Puts a product in; `action=buy` goes straight to the checkout. */
  app.post('/keranjang', async (c) => {
    const form = await readForm(c);
    if (form instanceof Response) return form;
    const sku = form.get('sku') ?? '';
    const qty = quantityFrom(form.get('qty'));
    if (!parseSku(sku)) return c.redirect('/keranjang?masalah=unknown_sku', 303);
    if (qty === undefined) return c.redirect('/keranjang?masalah=quantity', 303);
    const facts = (await c.var.mall.skus([sku])).get(sku);
    if (!facts) return c.redirect('/keranjang?masalah=unknown_sku', 303);
    const result = addToCart(cartOf(c), { sku, qty, price: c.var.mall.unitPrice(facts, qty) });
    if (!result.ok) return c.redirect(`/keranjang?masalah=${result.reason}`, 303);
    // A tier is reached by all pieces of the SKU together, so the price seen is the one at the merged quantity.
    const lines = result.cart.lines.map((line) =>
      line.sku === sku ? { ...line, price: c.var.mall.unitPrice(facts, line.qty) } : line,
    );
    keepCart(c, { lines });
    return c.redirect(form.get('action') === 'buy' ? '/checkout' : '/keranjang', 303);
  });

  /**
   * Changes quantities (`qty:<sku>`), takes out one line (`remove=<sku>`), or empties the cart (`empty`). The
   * prices now shown become the prices seen (`accept`), which the cart's page asks for after a change.
   */
  app.post('/keranjang/ubah', async (c) => {
    const form = await readForm(c);
    if (form instanceof Response) return form;
    let cart = cartOf(c);
    let failure: string | undefined;
    if (form.has('empty')) cart = { lines: [] };
    for (const [name, value] of form) {
      if (!name.startsWith('qty:')) continue;
      const qty = quantityFrom(value, 0);
      if (qty === undefined) {
        failure = 'quantity';
        continue;
      }
      const result = setQuantity(cart, name.slice('qty:'.length), qty);
      if (result.ok) cart = result.cart;
      else failure = result.reason;
    }
    const removed = form.get('remove');
    if (removed) cart = removeFromCart(cart, removed);
    const facts = await c.var.mall.skus(cart.lines.map(({ sku }) => sku));
    if (form.has('accept')) cart = { lines: cart.lines.filter(({ sku }) => facts.has(sku)) };
    if (form.has('accept') || [...form.keys()].some((name) => name.startsWith('qty:')))
      cart = {
        lines: cart.lines.map((line) => {
          const fact = facts.get(line.sku);
          return fact ? { ...line, price: c.var.mall.unitPrice(fact, line.qty) } : line;
        }),
      };
    keepCart(c, cart);
    return c.redirect(`/keranjang${failure ? `?masalah=${failure}` : ''}`, 303);
  });
}

/** A quantity as a person types it; undefined when it is none. */
function quantityFrom(text: string | null, least = 1): number | undefined {
  const value = (text ?? '').trim() || '1';
  if (!/^\d{1,5}$/.test(value)) return undefined;
  const qty = Number(value);
  return qty >= least && qty <= 10_000 ? qty : undefined;
}
