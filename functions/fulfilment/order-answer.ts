import { z } from 'zod';
import { COMPLAINT_REASONS, OWED_REASONS } from '../../src/domain/fulfilment/order-life.ts';
import { ACTORS } from '../../src/domain/fulfilment/order-states.ts';
import type { Order } from '../../src/domain/ordering/order.ts';
import { ORDER_STATES } from '../../src/domain/ordering/order-state.ts';
import { orderAnswer, orderSchema, sellerOrderSchema } from '../ordering/order-answer.ts';
import type { SellerOrderLife } from './ports.ts';

const amount = z.int().meta({ description: 'rupiah' });
const moment = z.string().meta({ format: 'date-time' });
const received = { made_at: moment, received_at: moment.nullable() };

const livingSellerOrder = sellerOrderSchema.extend({
  lines: z.array(
    z.object({
      sku: z.string(),
      title: z.string(),
      variant: z.string().nullable(),
      qty: z.int(),
      unit_price: amount,
      line_total: amount,
    }),
  ),
  status_at: moment,
  claimed_at: moment.nullable(),
  ship_by: moment.nullable(),
  courier: z.string().nullable(),
  tracking: z.string().nullable(),
  completes_at: moment.nullable(),
  complaint: z
    .object({
      reason: z.enum(COMPLAINT_REASONS),
      text: z.string(),
      opened_at: moment,
      answer: z.string().nullable(),
      decision: z.string().nullable(),
      closed_at: moment.nullable(),
    })
    .nullable(),
  refunds: z.array(z.object({ amount, reason: z.string(), reference: z.string(), ...received })),
  owed: z.array(z.object({ amount, reason: z.enum(OWED_REASONS), since: moment })),
  owed_refunds: z.array(z.object({ amount, reference: z.string(), ...received })),
  transitions: z.array(
    z.object({
      from: z.enum(ORDER_STATES).nullable(),
      to: z.enum(ORDER_STATES),
      by: z.enum(ACTORS),
      reason: z.string(),
      at: moment,
    }),
  ),
});
const livingOrder = orderSchema.extend({ seller_orders: z.array(livingSellerOrder) });
/** Body of what `livingOrderAnswer` gives. */
export const orderAnswerSchema = z.object({ order: livingOrder }).meta({ title: 'Order' });
/** Body of what `sellerOrderAnswer` gives. */
export const sellerOrderAnswerSchema = z
  .object({ order: livingOrder.omit({ token: true, url: true }) })
  .meta({ title: 'SellerOrder' });

/**
 * An order as it is now, with what happened to its seller orders since it was placed.
 * @param lives by the seller orders' codes
 * @param closed shops that are closed for fraud: the answer does not say where to pay them
 */
export function livingOrderAnswer(
  order: Order,
  lives: ReadonlyMap<string, SellerOrderLife>,
  closed: ReadonlySet<string> = new Set(),
) {
  return orderAnswer(order, 'now', ({ code, seller, payment_method, total, expires_at }) => ({
    ...lifeAnswer(lives.get(code)),
    ...(closed.has(seller) && {
      payment: { method: payment_method, amount: total, expires_at: expires_at ?? null, suspended: true },
    }),
  }));
}

/**
 * A seller order as its seller gets it: the order with this part alone, and without the token, which is the
 * buyer's only key.
 */
export function sellerOrderAnswer(order: Order, code: string, life: SellerOrderLife) {
  const own = { ...order, seller_orders: order.seller_orders.filter((candidate) => candidate.code === code) };
  const { token: _, url: __, ...answer } = livingOrderAnswer(own, new Map([[code, life]])).order;
  return { order: answer };
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
