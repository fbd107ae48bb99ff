import { z } from 'zod';
import { type Order, orderTotal, type SellerOrder } from '../../src/domain/ordering/order.ts';
import { ORDER_STATES } from '../../src/domain/ordering/order-state.ts';
import { PAYMENT_METHODS } from '../../src/domain/payment/payment.ts';
import { dynamicQris } from '../../src/domain/payment/qris.ts';

const amount = z.int().meta({ description: 'rupiah' });
const moment = z.string().meta({ format: 'date-time' });

/** A seller order as it is answered when it was placed. */
export const sellerOrderSchema = z.object({
  code: z.string(),
  seller: z.string(),
  status: z.enum(ORDER_STATES),
  subtotal: amount,
  shipping: amount.nullable().meta({ description: 'rupiah; null while the seller has not told it' }),
  total: amount,
  payment: z.object({
    method: z.enum(PAYMENT_METHODS),
    amount,
    expires_at: moment.nullable(),
    qris: z.string().optional().meta({ description: 'The payload of the QR, with the amount' }),
    bank: z
      .object({
        bank: z.string(),
        number: z.string(),
        holder: z.string(),
        swift: z.string().optional(),
        currencies: z.array(z.string()).optional(),
      })
      .optional(),
    redirect_url: z.string().optional().meta({ description: "The gateway's page" }),
    unique_code: amount.optional(),
    suspended: z
      .literal(true)
      .optional()
      .meta({ description: 'The shop is closed: nothing says where to pay it' }),
  }),
});
export const orderSchema = z.object({
  code: z.string(),
  token: z.string(),
  url: z.string(),
  total: amount,
  created_at: moment,
  seller_orders: z.array(sellerOrderSchema),
});
/** Body of what `orderAnswer` gives of an order as it was placed. */
export const placedOrderAnswerSchema = z.object({ order: orderSchema }).meta({ title: 'PlacedOrder' });

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
