import { piecesIn, withoutOrdered } from '../../src/domain/ordering/cart.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import type { App, AppContext } from '../app.ts';
import { orderAnswer } from '../fulfilment/order-answer.ts';
import { explainErrors } from '../http/explain-errors.ts';
import { readJson } from '../http/form.ts';
import { problem } from '../http/problem.ts';
import { cartOf, keepCart, keepKeys, keysOf } from './cart-cookies.ts';
import type { OrderRefusal } from './place-order.ts';

/** Longest idempotency key, in characters. */
const MAX_KEY = 200;

/** Orders: `POST /api/orders`, `POST /api/cart/price`, the buyer's own order as JSON and as a page. */
export function orderRoutes(app: App): void {
  app.post('/api/orders', async (c) => {
    const key = c.req.header('Idempotency-Key')?.trim();
    if (!key || key.length > MAX_KEY) return problem(c, 400, 'idempotency_key_required');
    const read = await readJson(c);
    if (read instanceof Response) return read;
    const result = await c.var.mall.placeOrder({
      key,
      body: read.body,
      locale: localeFromHeader(c.req.header('Accept-Language')),
      address: clientAddress(c),
    });
    if (!result.ok) return refusalAnswer(c, result);
    if (!result.replayed) c.var.waitUntil(c.var.mall.deliverSoon());
    return c.json(orderAnswer(result.order), 201, {
      'Cache-Control': 'no-store',
      Location: `/pesanan/${result.order.token}`,
      ...(result.replayed && { 'Idempotent-Replayed': 'true' }),
    });
  });

  app.post('/api/cart/price', async (c) => {
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

  app.get('/api/orders/:token', async (c) => {
    const order = await c.var.mall.orderByToken(c.req.param('token'));
    if (!order) return problem(c, 404, 'not_found');
    const lives = await c.var.mall.life.of(order);
    return c.json(orderAnswer(order, 'now', lives), 200, { 'Cache-Control': 'no-store' });
  });

  app.get('/pesanan/:token', (c) => showOrder(c, c.req.param('token')));
}

/**
 * The order's page. Where this browser's key has become this order, it has now seen it: the key is done, and what
 * was ordered leaves the cart, even where the answer that should have said so was lost.
 */
async function showOrder(c: AppContext, token: string): Promise<Response> {
  const keys = keysOf(c);
  const own = keys && (await c.var.mall.orderOfKey(keys.next));
  if (!keys || own?.order.token !== token) return c.var.page();
  const ordered = own.order.seller_orders.flatMap(({ lines }) => lines);
  const inCart = new Map(cartOf(c).lines.map(({ sku, qty }) => [sku, qty]));
  const lost = ordered.every(({ sku, qty }) => inCart.get(sku) === qty);
  const left = lost ? withoutOrdered(cartOf(c), ordered) : cartOf(c);
  c.res = await c.var.page({ cartPieces: piecesIn(left) });
  keepKeys(c, { next: c.var.mall.newKey(), last: keys.next });
  if (lost) keepCart(c, left);
  return c.res;
}

/** The address that limits go by; never stored and never logged. */
export function clientAddress(c: AppContext): string {
  return c.req.header('CF-Connecting-IP') ?? 'local';
}

/** The answer to an order that was not taken, per the API's table. */
export function refusalAnswer(c: AppContext, refusal: OrderRefusal): Response {
  const locale = localeFromHeader(c.req.header('Accept-Language'));
  return problem(c, refusal.status, refusal.code, {
    errors: explainErrors(refusal.errors ?? [], locale),
    ...(refusal.status === 429 || refusal.status === 503 ? { headers: { 'Retry-After': '60' } } : {}),
  });
}
