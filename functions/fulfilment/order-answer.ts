import { type Order, orderTotal, type SellerOrder } from '../../src/domain/ordering/order.ts';
import { dynamicQris } from '../../src/domain/payment/qris.ts';
import type { SellerOrderLife } from './ports.ts';

/**
 * An order as the API gives it.
 * @param when `placed`: as it was answered when it was placed, so that a replay has the same body; `now`: as it is
 * @param lives what happened to its seller orders since, by their codes
 */
export function orderAnswer(
  order: Order,
  when: 'placed' | 'now' = 'placed',
  lives?: Map<string, SellerOrderLife>,
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
          ...lifeAnswer(lives?.get(sellerOrder.code)),
        }),
      })),
    },
  };
}

/**
 * A seller order as its seller gets it: the order with this part alone, and without the token, which is the
 * buyer's only key.
 */
export function sellerOrderAnswer(order: Order, code: string, life: SellerOrderLife) {
  const own = { ...order, seller_orders: order.seller_orders.filter((candidate) => candidate.code === code) };
  const { token: _, url: __, ...answer } = orderAnswer(own, 'now', new Map([[code, life]])).order;
  return { order: answer };
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

function lifeAnswer(life: SellerOrderLife | undefined) {
  if (!life) return {};
  const { complaint } = life;
  return {
    status_at: life.status_at,
    claimed_at: life.claimed_at ?? null,
    ship_by: life.ship_by ?? null,
    courier: life.courier ?? null,
    tracking: life.tracking ?? null,
    completes_at: complaint && !complaint.closed_at ? null : (life.completes_at ?? null),
    complaint: complaint
      ? {
          reason: complaint.reason,
          text: complaint.text,
          opened_at: complaint.opened_at,
          answer: complaint.answer ?? null,
          decision: complaint.decision ?? null,
          closed_at: complaint.closed_at ?? null,
        }
      : null,
    refunds: life.refunds.map(({ amount, reason, reference, made_at, received_at }) => ({
      amount,
      reason,
      reference,
      made_at,
      received_at: received_at ?? null,
    })),
    owed: life.owed.map(({ amount, reason, since }) => ({ amount, reason, since })),
    owed_refunds: life.owed_refunds.map(({ amount, reference, made_at, received_at }) => ({
      amount,
      reference,
      made_at,
      received_at: received_at ?? null,
    })),
    transitions: life.passages.map(({ from, to, actor, reason, at }) => ({
      from: from ?? null,
      to,
      by: actor,
      reason,
      at,
    })),
  };
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
