import type { Order } from '../../src/domain/ordering/order.ts';
import { orderAnswer } from '../ordering/order-answer.ts';
import type { SellerOrderLife } from './ports.ts';

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
