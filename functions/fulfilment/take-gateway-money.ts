import { leftOfSale, type OwedReason, owedAmount } from '../../src/domain/fulfilment/order-life.ts';
import { transitionFor } from '../../src/domain/fulfilment/order-states.ts';
import type { GatewayPayment, GatewayPaymentStore, GatewayStatus } from '../payment/ports.ts';
import { mailTo } from './notices.ts';
import { owe } from './pay-back-owed.ts';
import { type LifeDependencies, type LifeResult, type Standing, standingOf, write } from './standing.ts';
import { transition } from './transition-order.ts';

/** What following the gateway's money needs. */
export interface MoneyDependencies extends LifeDependencies {
  gatewayPayments: Pick<GatewayPaymentStore, 'find' | 'ofSellerOrder'>;
}

/** How often a change that somebody else was quicker with is decided on anew. */
const TRIES = 4;

/**
 * Takes the money for the seller order, also when it comes late and the stock can be taken again. What belongs to no
 * sale (paid already, another amount, nothing left, an order whose buyer is erased) is owed to the buyer, never lost.
 * The payment is marked in the batch of what it caused, so it is taken once, by one order.
 */
export async function takeMoney(
  dependencies: MoneyDependencies,
  gatewayOrder: string,
  { amount }: Pick<GatewayStatus, 'amount'>,
): Promise<'done' | 'conflict'> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const payment = await dependencies.gatewayPayments.find(gatewayOrder);
    if (!payment || payment.credited_at || payment.surplus_at) return 'done';
    const standing = await standingOf(dependencies, payment.seller_order);
    if (!standing) return 'done';
    if ((await take(dependencies, standing, payment, amount)).ok) return 'done';
  }
  return 'conflict';
}

async function take(
  dependencies: MoneyDependencies,
  standing: Standing,
  { gateway_order, amount: asked }: GatewayPayment,
  said: number,
): Promise<LifeResult> {
  const { clock, lives } = dependencies;
  const { life, order, parties } = standing;
  const came = Number.isNaN(said) ? asked : said;
  if (came < 1) return { ok: true, token: order.token };
  const keep = (reason: OwedReason) => owe(dependencies, standing, { gateway_order, amount: came, reason });
  // A page may ask for more than the order does by now: a unique code was a discount. Less pays nothing.
  if (said !== asked || said < life.total) return keep('other_amount');
  const over = said - life.total;
  const payment_taken = { gateway_order, over };
  const mails = over > 0 ? owedMails(parties, over, 'other_amount') : [];
  if (await isPaidByIt(dependencies, standing))
    return write(lives, standing, { at: clock.now().toISOString(), next: life, payment_taken, mails });
  if (order.erased_at) return keep('order_erased');
  const paid = await transition(dependencies, standing, 'gateway', { to: 'paid' }, { payment_taken, mails });
  if (paid.ok || paid.code === 'conflict') return paid;
  return keep(paid.code === 'out_of_stock' ? 'late_without_stock' : 'paid_twice');
}

/** True where the seller order is paid by the gateway, or by hand while it was to be, and no payment stands for it yet. */
async function isPaidByIt(
  { gatewayPayments }: MoneyDependencies,
  { life, method }: Standing,
): Promise<boolean> {
  const paid = life.passages.some(
    ({ to, actor }) => to === 'paid' && (actor === 'gateway' || (actor === 'seller' && method === 'gateway')),
  );
  if (!paid) return false;
  const payments = await gatewayPayments.ofSellerOrder(life.code);
  return !payments.some(({ credited_at }) => credited_at);
}

/**
 * Follows what the gateway has paid back, of which it tells the sum so far. It first lowers what the payment left
 * owed; then all that is left of the sale ends the order, and a part of it is an entry in the ledger. What exceeds
 * both is kept as paid back too much and told to seller and operator.
 */
export async function followRefund(
  dependencies: MoneyDependencies,
  gatewayOrder: string,
  { amount, refunded, status }: GatewayStatus,
): Promise<'done' | 'conflict'> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const payment = await dependencies.gatewayPayments.find(gatewayOrder);
    if (!payment || Number.isNaN(refunded) || refunded - payment.refunded < 1) return 'done';
    const standing = await standingOf(dependencies, payment.seller_order);
    if (!standing) return 'done';
    if (!payment.credited_at && !payment.surplus_at) {
      // Nobody told that it was paid. What came and went back whole before the order took it is no money.
      if (refunded >= payment.amount && !(await isPaidByIt(dependencies, standing))) return 'done';
      if ((await takeMoney(dependencies, gatewayOrder, { amount })) === 'conflict') return 'conflict';
      continue;
    }
    if ((await giveBack(dependencies, standing, payment, refunded, status)).ok) return 'done';
  }
  return 'conflict';
}

function giveBack(
  dependencies: MoneyDependencies,
  standing: Standing,
  { gateway_order, credited_at, refunded: before, surplus }: GatewayPayment,
  after: number,
  status: string,
): Promise<LifeResult> {
  const { clock, lives } = dependencies;
  const { life, parties } = standing;
  const owed = Math.min(after - before, surplus);
  const rest = after - before - owed;
  const row = transitionFor({ from: life.status, to: 'refunded', by: 'gateway', method: 'gateway' });
  const sale = credited_at && row?.ledger === 'refund' ? Math.min(rest, leftOfSale(life)) : 0;
  const over = rest - sale;
  const also = {
    gateway_refund: { gateway_order, before, after, over },
    ...(owed > 0 && {
      owed_refund: { gateway_order, amount: owed, reference: gateway_order, by: 'gateway' as const },
    }),
    mails: [
      ...(owed > 0 ? mailTo(parties, 'owed_refund_buyer', { amount: owed }) : []),
      ...(owed > 0 && owedAmount(life) === owed
        ? mailTo(parties, 'owed_refund_seller', { amount: owed })
        : []),
      ...(over > 0
        ? (['seller', 'operator'] as const).flatMap((party) =>
            mailTo(parties, `over_refunded_${party}`, { amount: over }),
          )
        : []),
    ],
  };
  if (sale < 1) return write(lives, standing, { at: clock.now().toISOString(), next: life, ...also });
  const reason = `gateway: ${status}`;
  const request = { to: 'refunded', amount: sale, reason, reference: gateway_order };
  return transition(dependencies, standing, 'gateway', request, also);
}

function owedMails(parties: Standing['parties'], amount: number, reason: OwedReason) {
  return (['buyer', 'seller', 'operator'] as const).flatMap((party) =>
    mailTo(parties, `owed_${party}`, { amount, reason }),
  );
}
