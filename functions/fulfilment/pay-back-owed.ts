import { moved, type OwedReason, TOLD_BY_HAND } from '../../src/domain/fulfilment/order-life.ts';
import type { Actor } from '../../src/domain/fulfilment/order-states.ts';
import { MAX_CHARACTERS } from '../../src/domain/limits.ts';
import { isRupiah } from '../../src/domain/money.ts';
import { cleanLine } from '../../src/domain/text.ts';
import { MAX_ENTRY } from '../../src/domain/turnover/ledger.ts';
import { mailTo } from './notices.ts';
import {
  invalid,
  type LifeDependencies,
  type LifeResult,
  NOT_ALLOWED,
  NOT_FOUND,
  type Standing,
  standingOf,
  write,
} from './standing.ts';

/** A payment by the gateway whose money belongs to no sale. */
export interface Owed {
  gateway_order: string;
  /** In rupiah. */
  amount: number;
  reason: OwedReason;
}

/**
 * Money that belongs to no sale is kept as owed to the buyer and told to buyer, seller and operator, once for each
 * payment. An order that was over already and can't get its stock any more ends with it.
 */
export function owe(
  dependencies: Pick<LifeDependencies, 'clock' | 'lives'>,
  standing: Standing,
  owed: Owed,
): Promise<LifeResult> {
  const { life, method, parties, complaintOpen } = standing;
  const now = dependencies.clock.now();
  const ends =
    owed.reason === 'late_without_stock' && (life.status === 'expired' || life.status === 'cancelled');
  const facts = { method, leadDays: 0, longestDays: 0, complaintOpen };
  const { amount, reason } = owed;
  return write(dependencies.lives, standing, {
    at: now.toISOString(),
    next: ends ? moved(life, 'refunded', now, facts) : life,
    ...(ends && { passage: { actor: 'gateway', reason } }),
    owed,
    mails: (['buyer', 'seller', 'operator'] as const).flatMap((party) =>
      mailTo(parties, `owed_${party}`, { amount, reason }),
    ),
  });
}

/**
 * Money that came twice, or in another amount, by a way of paying that no gateway tells of: the seller or the operator
 * says so, and it is owed like any other.
 * @param operator the operator's address, where it is the operator
 */
export async function oweByHand(
  dependencies: LifeDependencies,
  code: string,
  given: { amount?: number; reason?: string },
  operator?: string,
): Promise<LifeResult> {
  const standing = await standingOf(dependencies, code);
  if (!standing) return NOT_FOUND;
  const { life, method, order, parties } = standing;
  if (method === 'cod') return NOT_ALLOWED;
  const { amount } = given;
  if (!isRupiah(amount) || amount < 1 || amount > MAX_ENTRY) return invalid('amount', 'owed_amount');
  const told = TOLD_BY_HAND.find((known) => known === given.reason) ?? 'paid_twice';
  const reason = order.erased_at ? 'order_erased' : told;
  return write(dependencies.lives, standing, {
    at: dependencies.clock.now().toISOString(),
    next: life,
    owed_by_hand: { amount, reason, by: operator ? 'operator' : 'seller' },
    ...(operator && { audit: { actor: operator, action: 'owe', detail: `${amount} ${reason}` } }),
    mails: (operator ? (['buyer', 'seller'] as const) : (['buyer', 'operator'] as const)).flatMap((party) =>
      mailTo(parties, `owed_${party}`, { amount, reason }),
    ),
  });
}

/** Records that a seller paid owed money back, and with which transfer. */
export async function payBackOwed(
  dependencies: LifeDependencies,
  code: string,
  by: Extract<Actor, 'seller'>,
  given: { gateway_order?: string; amount?: number; reference?: string },
): Promise<LifeResult> {
  const standing = await standingOf(dependencies, code);
  if (!standing) return NOT_FOUND;
  const { life, parties } = standing;
  const owed = life.owed.find(
    ({ gateway_order }) => given.gateway_order === undefined || gateway_order === given.gateway_order,
  );
  if (!owed) return NOT_ALLOWED;
  const amount = given.amount ?? owed.amount;
  if (!isRupiah(amount) || amount < 1 || amount > owed.amount) return invalid('amount', 'refund_amount');
  const reference = cleanLine(given.reference ?? '');
  if (reference.length > MAX_CHARACTERS.reference) return invalid('reference', 'too_long');
  const detail = { amount, ...(reference && { reference }) };
  return write(dependencies.lives, standing, {
    at: dependencies.clock.now().toISOString(),
    next: life,
    owed_refund: { gateway_order: owed.gateway_order, amount, reference, by },
    mails: mailTo(parties, 'owed_refund_buyer', detail),
  });
}

/**
 * The operator has seen to what the gateway paid back too much; it leaves the desk, and the trail keeps how much.
 * @param by the operator's address
 */
export async function settleOverRefund(
  dependencies: LifeDependencies,
  code: string,
  by: string,
): Promise<LifeResult> {
  const standing = await standingOf(dependencies, code);
  if (!standing) return NOT_FOUND;
  const { life } = standing;
  if (life.over_refunded < 1) return NOT_ALLOWED;
  return write(dependencies.lives, standing, {
    at: dependencies.clock.now().toISOString(),
    next: life,
    over_settled: true,
    audit: { actor: by, action: 'settle_over_refund', detail: String(life.over_refunded) },
    mails: [],
  });
}
