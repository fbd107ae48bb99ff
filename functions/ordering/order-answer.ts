import { type Order, orderTotal, type SellerOrder } from '../../src/domain/ordering/order.ts';
import { dynamicQris } from '../../src/domain/payment/qris.ts';

/**
 * An order as the API gives it.
 * @param when `placed`: as it was answered when it was placed, so that a replay has the same body; `now`: as it is
 * @param more what a seller order has besides as it is now
 */
export function orderAnswer(
  order: Order,
  when: 'placed' | 'now' = 'placed',
  more: (sellerOrder: SellerOrder) => object = () => ({}),
) {
  const sellerOrders = when === 'placed' ? order.seller_orders.map(asPlaced) : order.seller_orders;
  return {
    order: {
      code: order.code,
      token: order.token,
      url: `/pesanan/${order.token}`,
      total: orderTotal({ seller_orders: sellerOrders }),
      created_at: order.created_at,
      seller_orders: sellerOrders.map((sellerOrder) => ({
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
          ...more(sellerOrder),
        }),
      })),
    },
  };
}

/** A fee that was quoted later was not in the first answer, nor a code that another way of paying brought. */
function asPlaced(sellerOrder: SellerOrder): SellerOrder {
  const { placed_payment_method: placedMethod } = sellerOrder;
  if (placedMethod && placedMethod !== 'qris' && placedMethod !== 'transfer')
    sellerOrder = {
      ...sellerOrder,
      unique_code: 0,
      total: sellerOrder.subtotal + (sellerOrder.shipping ?? 0),
    };
  if (sellerOrder.placed_status !== 'awaiting_shipping') return sellerOrder;
  const { shipping: _, ...placed } = sellerOrder;
  return { ...placed, unique_code: 0, total: sellerOrder.subtotal };
}

function paymentAnswer(sellerOrder: SellerOrder, when: 'placed' | 'now') {
  const { payment_details: details, total } = sellerOrder;
  const method =
    when === 'placed'
      ? (sellerOrder.placed_payment_method ?? sellerOrder.payment_method)
      : sellerOrder.payment_method;
  const expires_at = (when === 'placed' ? sellerOrder.placed_expires_at : sellerOrder.expires_at) ?? null;
  const redirect =
    when === 'now' ? (details.later_redirect_url ?? details.redirect_url) : details.redirect_url;
  // What is over, or paid, asks for nothing more.
  const payable = when === 'placed' || sellerOrder.status === 'awaiting_payment';
  const qris =
    payable && details.qris_static && sellerOrder.shipping !== undefined
      ? dynamicQris(details.qris_static, total)
      : undefined;
  return {
    method,
    amount: total,
    expires_at,
    ...(method === 'qris' && qris && { qris }),
    ...((method === 'transfer' || method === 'abroad') && details.bank && { bank: details.bank }),
    ...(method === 'gateway' && payable && redirect && { redirect_url: redirect }),
    ...(sellerOrder.unique_code > 0 && { unique_code: sellerOrder.unique_code }),
  };
}
