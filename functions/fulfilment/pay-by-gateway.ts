import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import type { Clock, OrderStore, Settings } from '../ordering/ports.ts';
import type { GatewayPayment, GatewayPaymentStore, GatewayStatus, PaymentGateway } from '../payment/ports.ts';
import type { Owed } from './pay-back-owed.ts';
import type { OrderLifeStore } from './ports.ts';
import type { LifeResult } from './standing.ts';
import type { MoveRequest } from './transition-order.ts';

/** What paying by the gateway needs; without a gateway nothing of it is ever offered. */
export interface GatewayDependencies {
  gateway?: PaymentGateway;
  gatewayPayments: GatewayPaymentStore;
  orders: Pick<OrderStore, 'byToken'>;
  lives: Pick<OrderLifeStore, 'lives'>;
  clock: Clock;
  settings: Pick<Settings, 'origin'>;
  move: (code: string, request: MoveRequest) => Promise<LifeResult>;
  /** Keeps money that belongs to no sale as owed to the buyer. */
  owe: (code: string, owed: Owed) => Promise<LifeResult>;
  /** Records that such money went back. */
  payBackOwed: (
    code: string,
    given: { gateway_order: string; amount: number; reference: string },
  ) => Promise<LifeResult>;
}

/** How often a change that somebody else was quicker with is decided on anew. */
const TRIES = 4;

/**
 * Opens a page of the gateway for each seller order that is paid there. A gateway that does not answer stops no
 * order: the order's page offers to open it again.
 */
export async function openPayments(dependencies: GatewayDependencies, order: Order): Promise<Order> {
  const seller_orders = await Promise.all(
    order.seller_orders.map(async (sellerOrder) => {
      const redirect_url = await open(dependencies, order, sellerOrder, true);
      return redirect_url
        ? { ...sellerOrder, payment_details: { ...sellerOrder.payment_details, redirect_url } }
        : sellerOrder;
    }),
  );
  return { ...order, seller_orders };
}

/** Opens the gateway's page once more, where the first one did not open or the fee was not known yet. */
export async function openPaymentAgain(
  dependencies: GatewayDependencies,
  token: string,
  code: string,
): Promise<'opened' | 'not_found' | 'unavailable'> {
  const order = await dependencies.orders.byToken(token);
  const sellerOrder = order?.seller_orders.find((entry) => entry.code === code);
  if (!order || sellerOrder?.payment_method !== 'gateway') return 'not_found';
  if (sellerOrder.status !== 'awaiting_payment') return 'unavailable';
  return (await open(dependencies, order, sellerOrder, false)) ? 'opened' : 'unavailable';
}

async function open(
  { gateway, gatewayPayments, clock, settings }: GatewayDependencies,
  order: Order,
  sellerOrder: SellerOrder,
  placing: boolean,
): Promise<string | undefined> {
  const { code, payment_method, status, total, expires_at } = sellerOrder;
  if (!gateway || payment_method !== 'gateway' || status !== 'awaiting_payment' || total < 1)
    return undefined;
  const now = clock.now().toISOString();
  const payment = await gatewayPayments.begin({ seller_order: code, amount: total, at: now });
  const opened = await gateway.open({
    gateway_order: payment.gateway_order,
    amount: total,
    buyer: order.buyer,
    now,
    ...(expires_at && { expires_at }),
    return_url: `${settings.origin}/pesanan/${order.token}`,
  });
  if (!opened.ok) {
    console.error(`gateway: ${payment.gateway_order} ${opened.error}`);
    return undefined;
  }
  await gatewayPayments.opened(payment, opened.redirect_url, placing);
  return opened.redirect_url;
}

export type NotificationResult = 'done' | 'forged' | 'unknown' | 'unreachable' | 'conflict' | 'off';

/**
 * Takes a notification of the gateway. It is only the occasion to ask: what is believed is what the gateway
 * answers then, so notifications may be repeated, lost or come in any order.
 */
export async function takeNotification(
  dependencies: GatewayDependencies,
  notification: Record<string, unknown>,
): Promise<NotificationResult> {
  const { gateway, gatewayPayments, clock } = dependencies;
  if (!gateway) return 'off';
  if (!(await gateway.isGenuine(notification))) return 'forged';
  const payment = await gatewayPayments.find(String(notification.order_id));
  if (!payment) return 'unknown';
  const answer = await gateway.status(payment.gateway_order);
  if (!answer.ok) return answer.reason === 'unreachable' ? 'unreachable' : 'done';
  const { status } = answer;
  await gatewayPayments.said(payment.gateway_order, {
    status: status.status,
    transaction_id: status.transaction_id,
    at: clock.now().toISOString(),
  });
  if (status.outcome === 'paid') return credit(dependencies, payment, status);
  if (status.outcome === 'refunded') return takeBack(dependencies, payment, status);
  return 'done';
}

/**
 * Takes the money for the seller order, also when it comes late and the stock can be taken again. What belongs to no
 * sale (paid already, another amount, nothing left) is owed to the buyer, never lost.
 */
async function credit(
  dependencies: GatewayDependencies,
  payment: GatewayPayment,
  { amount }: GatewayStatus,
): Promise<NotificationResult> {
  const { gatewayPayments, clock, move, owe } = dependencies;
  const { gateway_order, seller_order } = payment;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const known = await gatewayPayments.find(gateway_order);
    if (!known || known.credited_at || known.surplus_at) return 'done';
    const paid =
      amount === known.amount ? await move(seller_order, { to: 'paid' }) : ('other_amount' as const);
    if (paid !== 'other_amount') {
      if (!paid.ok && paid.code === 'conflict') continue;
      if (paid.ok || (await isAlreadyTaken(dependencies, known))) {
        await gatewayPayments.credited(gateway_order, clock.now().toISOString());
        return 'done';
      }
    }
    const reason: Owed['reason'] =
      paid === 'other_amount' ? paid : paid.code === 'out_of_stock' ? 'late_without_stock' : 'paid_twice';
    const owed = { gateway_order, amount: Number.isNaN(amount) ? known.amount : amount, reason };
    if (owed.amount < 1) return 'done';
    const kept = await owe(seller_order, owed);
    if (kept.ok || kept.code !== 'conflict') return 'done';
  }
  return 'conflict';
}

/** True when the seller order took this very money, but the Worker ended before it could say so here. */
async function isAlreadyTaken(
  { gatewayPayments, lives }: GatewayDependencies,
  { gateway_order, seller_order }: GatewayPayment,
): Promise<boolean> {
  const all = await gatewayPayments.ofSellerOrder(seller_order);
  if (all.some((other) => other.credited_at && other.gateway_order !== gateway_order)) return false;
  const life = (await lives.lives([seller_order])).get(seller_order);
  return life?.passages.some(({ to, actor }) => actor === 'gateway' && to === 'paid') ?? false;
}

/**
 * Follows what the gateway has paid back, of which it tells the sum so far: of a sale all of it ends the order and a
 * part is an entry in the ledger; of money that belongs to no sale it lowers what is owed.
 */
async function takeBack(
  { gatewayPayments, move, payBackOwed }: GatewayDependencies,
  { gateway_order, seller_order }: GatewayPayment,
  { refunded, status }: GatewayStatus,
): Promise<NotificationResult> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const payment = await gatewayPayments.find(gateway_order);
    if (!payment || (!payment.credited_at && !payment.surplus_at)) return 'done';
    const after = payment.credited_at ? Math.min(payment.amount, refunded) : refunded;
    const amount = after - payment.refunded;
    if (Number.isNaN(after) || amount < 1) return 'done';
    if (!(await gatewayPayments.refunded(gateway_order, payment.refunded, after))) continue;
    const result = payment.credited_at
      ? await move(seller_order, {
          to: 'refunded',
          amount,
          reason: `gateway: ${status}`,
          reference: gateway_order,
        })
      : await payBackOwed(seller_order, {
          gateway_order,
          // The seller may have returned a part by transfer already.
          amount: Math.min(amount, payment.surplus),
          reference: gateway_order,
        });
    if (result.ok || result.code !== 'conflict') return 'done';
    await gatewayPayments.refunded(gateway_order, after, payment.refunded);
  }
  return 'conflict';
}
