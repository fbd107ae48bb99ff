import { z } from 'zod';
import { piecesIn, withoutOrdered } from '../../src/domain/ordering/cart.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { orderRequestSchema } from '../../src/schemas/order-request.ts';
import { clientAddress } from '../http/client.ts';
import type { App, AppContext } from '../http/context.ts';
import { refusalAnswer } from '../http/explain-errors.ts';
import { readForm, readJson } from '../http/form.ts';
import { describes } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { cartOf, keepCart, keepKeys, keysOf } from './cart-cookies.ts';
import { orderAnswer, placedOrderAnswerSchema } from './order-answer.ts';

/** Longest idempotency key, in characters. */
const MAX_KEY = 200;

const PLACE = describes({
  summary:
    'Places an order, exactly once for each key; `Idempotent-Replayed: true` answers one that was placed before',
  headers: {
    'Idempotency-Key': z.string().max(MAX_KEY).meta({ description: 'It lives as long as its order' }),
  },
  body: orderRequestSchema.safeExtend({
    human_check: z.string().optional().meta({ description: 'What `needs_confirmation` asked for' }),
  }),
  answers: { 201: ['Placed; `Location` is its page', placedOrderAnswerSchema] },
  refusals: {
    400: ['idempotency_key_required'],
    409: ['price_changed', 'out_of_stock', 'seller_away', 'suspended', 'order_erased'],
    422: [
      'invalid',
      'idempotency_key_reused',
      'payment_unavailable',
      'shipping_unavailable',
      'needs_confirmation',
    ],
    429: ['too_many_requests', 'too_many_open_orders'],
  },
});

/** `POST /api/orders`: places an order, exactly once for its key. */
export function orderRoutes(app: App): void {
  app.post('/api/orders', PLACE, async (c) => {
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

  app.get('/pesanan/:token', (c) => showOrder(c, c.req.param('token')));
  app.post('/pesanan/:token/surel', async (c) => {
    const form = await readForm(c);
    if (form instanceof Response) return form;
    const token = c.req.param('token');
    const confirmed = await c.var.mall.byOrder.confirm(token, form.get('e') ?? '');
    return confirmed ? c.redirect(`/pesanan/${token}?kabar=surel`, 303) : c.notFound();
  });
}

/**
 * The order's page. Where this browser's key has become this order, it has now seen it: the key is done, and what
 * was ordered leaves the cart, even where the answer that should have said so was lost.
 */
async function showOrder(c: AppContext, token: string): Promise<Response> {
  const mailed = c.req.query('e');
  // The address that is kept and shared is the one without the mail's key, once the key has nothing to say any more.
  if (mailed !== undefined && !(await c.var.mall.byOrder.asks(token, mailed)))
    return c.redirect(`/pesanan/${token}`, 303);
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
