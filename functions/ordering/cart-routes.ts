import { z } from 'zod';
import { MAX_QTY } from '../../src/domain/limits.ts';
import { addToCart, type Cart, removeFromCart, setQuantity } from '../../src/domain/ordering/cart.ts';
import { PAYMENT_METHODS } from '../../src/domain/payment/payment.ts';
import { SHIPPING_KINDS } from '../../src/domain/products/shipping-service.ts';
import { parseSku } from '../../src/domain/products/sku.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { cartRequestSchema } from '../../src/schemas/order-request.ts';
import { limited } from '../access/calls-guard.ts';
import type { App, AppContext } from '../http/context.ts';
import { explainErrors, refusalAnswer } from '../http/explain-errors.ts';
import { readForm, readJson } from '../http/form.ts';
import { describes, rupiah } from '../http/openapi.ts';
import { cartOf, directCheckout, keepCart, keysOf } from './cart-cookies.ts';

const grams = z.int().meta({ description: 'grams' });
const line = z.object({
  sku: z.string(),
  title: z.string(),
  variant: z.string().optional(),
  qty: z.int(),
  unit_price: rupiah(),
  line_total: rupiah(),
  weight_grams: grams,
  edition: z.string(),
  stock: z.int().nullable(),
  tier: z.int().optional(),
});
const choice = z.object({
  id: z.string(),
  name: z.string(),
  name_en: z.string(),
  kind: z.enum(SHIPPING_KINDS),
  fee: rupiah(),
  days: z.array(z.int()).length(2),
  chargeable_grams: grams,
});

const PRICE = describes({
  summary: 'Prices a cart: lines, shipping choices for each seller, totals, problems',
  body: cartRequestSchema,
  answers: {
    200: [
      'What it costs; what stands in its way is among the problems, with the figures of the case',
      z.object({
        lines: z.array(line),
        sellers: z.array(
          z.object({
            seller: z.string(),
            lines: z.array(line),
            subtotal: rupiah(),
            weight_grams: grams,
            shipping: z.object({
              choices: z.array(choice),
              pickups: z.array(choice),
              chosen: choice.nullable(),
            }),
            methods: z.array(z.enum(PAYMENT_METHODS)),
            method: z.enum(PAYMENT_METHODS).optional(),
            total: rupiah(),
          }),
        ),
        subtotal: rupiah(),
        shipping: rupiah(),
        total: rupiah(),
        problems: z.array(z.looseObject({ pointer: z.string(), code: z.string(), message: z.string() })),
      }),
    ],
  },
  refusals: { 422: ['invalid'], 429: ['too_many_requests'] },
});

/** The cart's page and its forms. Every form is answered with 303, so that reloading repeats nothing. */
export function cartRoutes(app: App): void {
  app.use('/api/cart/price', limited('price', 'reading'));
  app.post('/api/cart/price', PRICE, async (c) => {
    const read = await readJson(c);
    if (read instanceof Response) return read;
    const result = await c.var.mall.priceCart(read.body);
    if (!result.ok) return refusalAnswer(c, result);
    const locale = localeFromHeader(c.req.header('Accept-Language'));
    return c.json(
      {
        lines: result.quote.sellers.flatMap(({ lines }) => lines),
        ...result.quote,
        problems: explainErrors(result.quote.problems, locale),
      },
      200,
      { 'Cache-Control': 'no-store' },
    );
  });

  for (const [cart, checkout] of [
    ['/keranjang', '/checkout'],
    ['/en/keranjang', '/en/checkout'],
  ] as const) {
    app.get(cart, async (c) => {
      const earlier = await c.var.mall.orderOfKey(keysOf(c)?.next);
      return c.var.page(earlier ? { form: { minutes: earlier.minutes, url: earlier.url } } : {});
    });
    app.post(cart, (c) => add(c, cart, checkout));
    app.post(`${cart}/ubah`, (c) => change(c, cart, checkout));
  }
}

/**
 * Puts a product in. `action=buy` is for this product alone and leaves the cart as it is; only where something
 * stands in its way it goes into the cart, whose page says what.
 */
async function add(c: AppContext, cartPath: string, checkoutPath: string): Promise<Response> {
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const asked = form.get('sku') ?? '';
  const qty = quantityFrom(form.get('qty'));
  if (!parseSku(asked)) return c.redirect(`${cartPath}?masalah=unknown_sku`, 303);
  if (qty === undefined) return c.redirect(`${cartPath}?masalah=quantity`, 303);
  const facts = (await c.var.mall.skus([asked])).get(asked);
  if (!facts) return c.redirect(`${cartPath}?masalah=unknown_sku`, 303);
  const { sku } = facts;
  if (form.get('action') === 'buy') {
    const line = { sku, qty, price: c.var.mall.unitPrice(facts, qty) };
    if (await c.var.mall.isReady([line])) return c.redirect(directCheckout(checkoutPath, line), 303);
  }
  const result = addToCart(await c.var.mall.cartNow(cartOf(c)), {
    sku,
    qty,
    price: c.var.mall.unitPrice(facts, qty),
  });
  if (!result.ok) return c.redirect(`${cartPath}?masalah=${result.reason}`, 303);
  // A tier is reached by all pieces of the SKU together, so the price seen is the one at the merged quantity.
  const lines = result.cart.lines.map((line) =>
    line.sku === sku ? { ...line, price: c.var.mall.unitPrice(facts, line.qty) } : line,
  );
  keepCart(c, { lines });
  return c.redirect(cartPath, 303);
}

/**
 * Changes quantities (`qty:<sku>`), takes out one line (`remove=<sku>`), or empties the cart (`empty`).
 * `accept` agrees to what the cart's page has said: what is gone leaves, quantities follow the stock and the
 * minimum, and the prices now shown become the prices seen. `next=checkout` then goes on.
 */
async function change(c: AppContext, cartPath: string, checkoutPath: string): Promise<Response> {
  const form = await readForm(c);
  if (form instanceof Response) return form;
  let cart = await c.var.mall.cartNow(cartOf(c));
  let failure: string | undefined;
  if (form.has('empty')) cart = { lines: [] };
  const typed = new Set<string>();
  for (const [name, value] of form) {
    if (!name.startsWith('qty:')) continue;
    const sku = name.slice('qty:'.length);
    const qty = quantityFrom(value, 0);
    const result = qty === undefined ? undefined : setQuantity(cart, sku, qty);
    if (result?.ok) {
      if (cart.lines.find((line) => line.sku === sku)?.qty !== qty) typed.add(sku);
      cart = result.cart;
    } else failure = result?.reason ?? 'quantity';
  }
  const removed = form.get('remove');
  if (removed) cart = removeFromCart(cart, removed);
  keepCart(c, form.has('accept') ? await accepted(c, cart) : await repriced(c, cart, typed));
  const path = form.get('next') === 'checkout' && !failure ? checkoutPath : cartPath;
  return c.redirect(`${path}${failure ? `?masalah=${failure}` : ''}`, 303);
}

/** Another quantity may reach another tier: its price is then the one seen. Other lines keep what was seen. */
async function repriced(c: AppContext, cart: Cart, typed: Set<string>): Promise<Cart> {
  const facts = await c.var.mall.skus([...typed]);
  const before = new Map((await c.var.mall.cartNow(cartOf(c))).lines.map((line) => [line.sku, line]));
  return {
    lines: cart.lines.map((line) => {
      const fact = facts.get(line.sku);
      const old = before.get(line.sku);
      // A price that had changed before is still to be said, whatever the quantity.
      if (!fact || (old && c.var.mall.unitPrice(fact, old.qty) !== old.price)) return line;
      return { ...line, price: c.var.mall.unitPrice(fact, line.qty) };
    }),
  };
}

/** The cart as it can be ordered now. */
async function accepted(c: AppContext, cart: Cart): Promise<Cart> {
  const skus = cart.lines.map(({ sku }) => sku);
  const [facts, stock] = await Promise.all([c.var.mall.skus(skus), c.var.mall.stockOf(skus)]);
  return {
    lines: cart.lines.flatMap((line) => {
      const fact = facts.get(line.sku);
      if (!fact) return [];
      const left = stock.get(line.sku) ?? Number.POSITIVE_INFINITY;
      const qty = Math.min(Math.max(line.qty, fact.min_qty), left);
      return qty < Math.max(1, fact.min_qty)
        ? []
        : [{ ...line, qty, price: c.var.mall.unitPrice(fact, qty) }];
    }),
  };
}

/** A quantity as a person types it; undefined when it is none. */
function quantityFrom(text: string | null, least = 1): number | undefined {
  const value = (text ?? '').trim() || '1';
  if (!/^\d{1,5}$/.test(value)) return undefined;
  const qty = Number(value);
  return qty >= least && qty <= MAX_QTY ? qty : undefined;
}
