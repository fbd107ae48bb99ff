import { type Order, orderTotal, type SellerOrder } from '../../src/domain/order.ts';
import { dynamicQris } from '../../src/domain/qris.ts';

/**
 * An order as the API gives it.
 * @param when `placed`: as it was answered when it was placed, so that a replay has the same body; `now`: as it is
 */
export function orderAnswer(order: Order, when: 'placed' | 'now' = 'placed') {
  return {
    order: {
      code: order.code,
      token: order.token,
      url: `/pesanan/${order.token}`,
      total: orderTotal(order),
      created_at: order.created_at,
      seller_orders: order.seller_orders.map((sellerOrder) => ({
        code: sellerOrder.code,
        seller: sellerOrder.seller,
        status: when === 'placed' ? sellerOrder.placed_status : sellerOrder.status,
        subtotal: sellerOrder.subtotal,
        shipping: sellerOrder.shipping ?? null,
        total: sellerOrder.total,
        payment: paymentAnswer(sellerOrder, when),
        ...(when === 'now' && {
          lines: sellerOrder.lines.map(({ sku, title, variant, qty, unit_price, line_total }) => ({
            sku,
            title,
            variant: variant ?? null,
            qty,
            unit_price,
            line_total,
          })),
        }),
      })),
    },
  };
}

function paymentAnswer(sellerOrder: SellerOrder, when: 'placed' | 'now') {
  const { payment_method: method, payment_details: details, total } = sellerOrder;
  const expires_at = (when === 'placed' ? sellerOrder.placed_expires_at : sellerOrder.expires_at) ?? null;
  const qris =
    details.qris_static && sellerOrder.shipping !== undefined
      ? dynamicQris(details.qris_static, total)
      : undefined;
  return {
    method,
    amount: total,
    expires_at,
    ...(method === 'qris' && qris && { qris }),
    ...(details.bank && { bank: details.bank }),
    ...(sellerOrder.unique_code > 0 && { unique_code: sellerOrder.unique_code }),
  };
}
