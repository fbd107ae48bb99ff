import { z } from 'zod';
import { qrisPayment } from '../../src/domain/ordering/qris-payment.ts';
import type { App } from '../http/context.ts';
import { readJson } from '../http/form.ts';
import { describes } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';

const NOTIFICATION = describes({
  summary: "The gateway's notification; its signature is checked, and the gateway is asked",
  body: z.looseObject({}),
  answers: { 200: ['Taken', z.object({ status: z.literal('ok') })] },
  refusals: { 403: ['invalid_signature'], 422: ['invalid'], 503: ['gateway_unreachable'] },
});

/** What belongs to paying: the QR picture to save. */
export function paymentRoutes(app: App): void {
  /** Midtrans calls this; anybody may, so it counts for nothing until the signature fits and Midtrans confirms. */
  app.post('/api/payments/midtrans', NOTIFICATION, async (c) => {
    const read = await readJson(c);
    if (read instanceof Response) return read;
    const { body } = read;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return problem(c, 422, 'invalid');
    const result = await c.var.mall.takeNotification(body as Record<string, unknown>);
    switch (result) {
      case 'done':
        c.var.waitUntil(c.var.mall.deliverSoon());
        return c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' });
      case 'forged':
        return problem(c, 403, 'invalid_signature');
      case 'unknown':
      case 'off':
        return problem(c, 404, 'not_found');
      case 'unreachable':
      case 'conflict':
        // Midtrans sends it again.
        return problem(c, 503, 'gateway_unreachable', { headers: { 'Retry-After': '60' } });
    }
  });

  /** Opens the gateway's page again; the order's page then has the link to it. */
  app.post('/pesanan/:token/:code/bayar', async (c) => {
    const { token, code } = c.req.param();
    const order = await c.var.mall.orderByToken(token);
    const seller = order?.seller_orders.find((part) => part.code === code)?.seller;
    if (!order || !seller) return c.notFound();
    const closed = (await c.var.mall.life.closedShops(order)).has(seller);
    const result = closed ? 'unavailable' : await c.var.mall.openPaymentAgain(token, code);
    if (result === 'not_found') return c.notFound();
    const query = result === 'unavailable' ? `?masalah=gateway_unavailable&bagian=${code}` : '';
    return c.redirect(`/pesanan/${token}${query}#${code}`, 303);
  });

  /**
   * The QR of one seller order as a picture to save, since a phone can't scan its own screen:
   * `<seller order>.png` holds the amount, `<seller order>-statis.png` is the seller's own code.
   */
  app.get('/pesanan/:token/qris/:picture', async (c) => {
    const [, code, own] = /^([0-9A-Z-]+?)(-statis)?\.png$/.exec(c.req.param('picture')) ?? [];
    const order = code ? await c.var.mall.orderByToken(c.req.param('token')) : undefined;
    const sellerOrder = order?.seller_orders.find((entry) => entry.code === code);
    const closed = order && (await c.var.mall.life.closedShops(order));
    const payment = sellerOrder && !closed?.has(sellerOrder.seller) ? qrisPayment(sellerOrder) : undefined;
    const payload = own ? payment?.static_payload : payment?.payload;
    if (!payload) return problem(c, 404, 'not_found');
    return new Response((await c.var.mall.qr.png(payload)) as Uint8Array<ArrayBuffer>, {
      headers: {
        'Content-Type': 'image/png',
        'Content-Disposition': `attachment; filename="qris-${code}${own ?? ''}.png"`,
      },
    });
  });
}
