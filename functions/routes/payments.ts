import { qrisPayment } from '../../src/domain/qris-payment.ts';
import type { App } from '../app.ts';
import { problem } from './problem.ts';

/** What belongs to paying: the QR picture to save. */
export function paymentRoutes(app: App): void {
  /**
   * The QR of one seller order as a picture to save, since a phone can't scan its own screen:
   * `<seller order>.png` holds the amount, `<seller order>-statis.png` is the seller's own code.
   */
  app.get('/pesanan/:token/qris/:picture', async (c) => {
    const [, code, own] = /^([0-9A-Z-]+?)(-statis)?\.png$/.exec(c.req.param('picture')) ?? [];
    const order = code ? await c.var.mall.orderByToken(c.req.param('token')) : undefined;
    const sellerOrder = order?.seller_orders.find((entry) => entry.code === code);
    const payment = sellerOrder && qrisPayment(sellerOrder);
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
