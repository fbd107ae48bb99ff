import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import type { AttemptCounter } from '../access/ports.ts';
import type { Randomness, Settings } from '../http/ports.ts';
import type { GatewayPaymentStore, PaymentGateway } from '../payment/ports.ts';
import type { MoneyDependencies } from './take-gateway-money.ts';
import { followRefund, takeMoney } from './take-gateway-money.ts';

/** What paying by the gateway needs; without a gateway nothing of it is ever offered. */
export interface GatewayDependencies extends MoneyDependencies {
  gateway?: PaymentGateway;
  gatewayPayments: GatewayPaymentStore;
  settings: MoneyDependencies['settings'] & Pick<Settings, 'origin' | 'limits'>;
  attempts: AttemptCounter;
  random: MoneyDependencies['random'] & Pick<Randomness, 'sha256'>;
}

/** Pages of the gateway that a buyer may open again for one seller order in an hour: each is a transaction there. */
const MAX_PAGES = 10;
const PAGES_SECONDS = 60 * 60;

/** How often, and how long in all, a replay waits for the pages of an order that is being placed, in milliseconds. */
const LOOK_EVERY_MS = 200;
const WAIT_AT_MOST_MS = 10_000;
/** Pages that are not open so long after the order was placed are not being opened any more. */
const BEING_PLACED_MS = 60_000;

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
  const placed = { ...order, seller_orders };
  const without = waitingForPages(dependencies, placed);
  if (without.length) await dependencies.gatewayPayments.answerWithoutPage(without);
  return placed;
}

/**
 * A replay of an order whose pages are just being opened waits for them, so that it has the first answer's body. Where
 * none comes, since the Worker that placed it has ended, it is decided that the order was answered without.
 */
export async function withItsPages(dependencies: GatewayDependencies, order: Order): Promise<Order> {
  let seen = order;
  for (let waited = 0; waitingForPages(dependencies, seen).length > 0; waited += LOOK_EVERY_MS) {
    if (waited >= WAIT_AT_MOST_MS)
      await dependencies.gatewayPayments.answerWithoutPage(waitingForPages(dependencies, seen));
    else await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    seen = (await dependencies.orders.byToken(order.token)) ?? seen;
    if (waited >= WAIT_AT_MOST_MS) break;
  }
  return seen;
}

/** The seller orders of an order placed just now whose page is neither open nor given up. */
function waitingForPages({ gateway, clock }: GatewayDependencies, order: Order): string[] {
  if (!gateway || clock.now().getTime() - Date.parse(order.created_at) > BEING_PLACED_MS) return [];
  return order.seller_orders
    .filter(
      ({ placed_status, payment_method, placed_payment_method = payment_method, payment_details }) =>
        placed_status === 'awaiting_payment' &&
        placed_payment_method === 'gateway' &&
        payment_details.redirect_url === undefined &&
        !payment_details.answered_without_page,
    )
    .map(({ code }) => code);
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
  const { attempts, clock, random, settings } = dependencies;
  const window = { now: clock.now(), limit: MAX_PAGES, windowSeconds: PAGES_SECONDS };
  if (settings.limits && !(await attempts.count(await random.sha256(`pay:${code}`), window)))
    return 'unavailable';
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
  const named = await gatewayPayments.opened(payment, opened.redirect_url, placing);
  return named || !placing ? opened.redirect_url : undefined;
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
  if (status.outcome === 'paid') return takeMoney(dependencies, payment.gateway_order, status);
  if (status.outcome === 'refunded') return followRefund(dependencies, payment.gateway_order, status);
  return 'done';
}
