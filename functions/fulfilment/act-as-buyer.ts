import {
  COMPLAINT_REASONS,
  canClaim,
  canComplain,
  canRequestCancellation,
  claimed,
  mayNeedRefund,
  resumed,
  stopped,
  waitsForReceipt,
} from '../../src/domain/fulfilment/order-life.ts';
import { transitionFor } from '../../src/domain/fulfilment/order-states.ts';
import { MAX_CHARACTERS } from '../../src/domain/limits.ts';
import { cleanLine, cleanText } from '../../src/domain/text.ts';
import { changePayment } from './change-payment.ts';
import { mailTo } from './notices.ts';
import {
  ERASED,
  invalid,
  type LifeDependencies,
  type LifeResult,
  NOT_ALLOWED,
  NOT_FOUND,
  type Standing,
  standingIn,
  write,
} from './standing.ts';
import { transition } from './transition-order.ts';

/** What a buyer can do with one seller order; the names stand in the forms' and the API's addresses. */
export const BUYER_ACTIONS = [
  'cancel',
  'payment-method',
  'paid',
  'received',
  'complaint',
  'complaint-closed',
  'cancel-request',
  'refund-account',
  'refund-received',
] as const;
export type BuyerAction = (typeof BUYER_ACTIONS)[number];

/** The fields of an action as they arrived; unknown ones are ignored. */
export type ActionFields = Record<string, unknown>;

/**
 * Does what the buyer pressed. The token is the buyer's only key: another order's seller order is not found.
 * @returns 409 where the state does not allow it, or somebody was quicker
 */
export async function actAsBuyer(
  dependencies: LifeDependencies,
  token: string,
  code: string,
  action: BuyerAction,
  fields: ActionFields,
): Promise<LifeResult> {
  const order = await dependencies.orders.byToken(token);
  const standing = order && (await standingIn(dependencies, order, code));
  if (!standing) return NOT_FOUND;
  // Whatever else the buyer may do puts words or numbers into it, or asks for them.
  if (order.erased_at && action !== 'refund-received') return ERASED;
  switch (action) {
    case 'cancel':
      return transition(dependencies, standing, 'buyer', { to: 'cancelled', reason: text(fields.reason) });
    case 'received':
      return transition(dependencies, standing, 'buyer', { to: 'completed' });
    case 'payment-method':
      return changePayment(dependencies, standing, fields.method);
    case 'paid':
      return claimPaid(dependencies, standing);
    case 'complaint':
      return complain(dependencies, standing, fields);
    case 'complaint-closed':
      return closeComplaint(dependencies, standing);
    case 'cancel-request':
      return requestCancellation(dependencies, standing, fields);
    case 'refund-account':
      return giveRefundAccount(dependencies, standing, fields);
    case 'refund-received':
      return refundReceived(dependencies, standing);
  }
}

/** Cancels what the buyer may still cancel of an order; 409 where that is nothing. */
export async function cancelOrder(
  dependencies: LifeDependencies,
  token: string,
  fields: ActionFields,
): Promise<LifeResult> {
  const order = await dependencies.orders.byToken(token);
  if (!order) return NOT_FOUND;
  let result: LifeResult = NOT_ALLOWED;
  for (const { code } of order.seller_orders) {
    const standing = await standingIn(dependencies, order, code);
    if (!standing) continue;
    const { life, method, complaintOpen } = standing;
    if (
      !transitionFor({ from: life.status, to: 'cancelled', by: 'buyer', method, clockStopped: complaintOpen })
    )
      continue;
    const cancelled = await transition(dependencies, standing, 'buyer', {
      to: 'cancelled',
      reason: text(fields.reason),
    });
    if (cancelled.ok || !result.ok) result = cancelled;
  }
  return result;
}

/** "I have paid": the clock stops, and the seller is asked to look. Said twice it counts once. */
async function claimPaid({ clock, lives }: LifeDependencies, standing: Standing): Promise<LifeResult> {
  const { life, method, complaintOpen, parties, order } = standing;
  if (!canClaim(life.status, method)) return NOT_ALLOWED;
  if (life.claimed_at) return { ok: true, token: order.token };
  const now = clock.now();
  return write(lives, standing, {
    at: now.toISOString(),
    next: claimed(life, now, life.proven, complaintOpen),
    mails: mailTo(parties, 'paid_claim_seller', { amount: life.total }),
  });
}

async function complain(
  { clock, lives }: LifeDependencies,
  standing: Standing,
  fields: ActionFields,
): Promise<LifeResult> {
  const { life, complaintOpen, parties } = standing;
  if (complaintOpen || !canComplain(life.status, standing.method)) return NOT_ALLOWED;
  const reason = COMPLAINT_REASONS.find((known) => known === (fields.reason ?? 'other')) ?? 'other';
  // Who writes a sentence instead of choosing a reason means it as the text.
  const written = cleanText(text(fields.text) || (reason === 'other' ? text(fields.reason) : ''));
  if (!written || written === 'other') return invalid('text', 'required');
  if (written.length > MAX_CHARACTERS.complaint) return invalid('text', 'too_long');
  const now = clock.now();
  return write(lives, standing, {
    at: now.toISOString(),
    next: stopped(life),
    complaint: { do: 'open', reason, text: written },
    mails: [
      ...mailTo(parties, 'complaint_seller', { complaint: reason, text: written }),
      ...mailTo(parties, 'complaint_operator', { complaint: reason, text: written }),
    ],
  });
}

/** The buyer closes the open complaint: every clock goes on. */
async function closeComplaint({ clock, lives }: LifeDependencies, standing: Standing): Promise<LifeResult> {
  const { life, complaintOpen, parties } = standing;
  if (!complaintOpen) return NOT_ALLOWED;
  const now = clock.now();
  return write(lives, standing, {
    at: now.toISOString(),
    next: resumed(life, life.complaint!.opened_at, now),
    complaint: { do: 'close', by: 'buyer' },
    mails: mailTo(parties, 'complaint_closed_seller'),
  });
}

async function requestCancellation(
  { clock, lives }: LifeDependencies,
  standing: Standing,
  fields: ActionFields,
): Promise<LifeResult> {
  const { life, method, parties } = standing;
  const now = clock.now();
  if (!canRequestCancellation(life, method, now)) return NOT_ALLOWED;
  const reason = cleanText(text(fields.reason));
  if (reason.length > MAX_CHARACTERS.reason) return invalid('reason', 'too_long');
  return write(lives, standing, {
    at: now.toISOString(),
    next: { ...life, cancel_requested_at: now.toISOString() },
    mails: mailTo(parties, 'cancel_request_seller', reason ? { reason } : {}),
  });
}

async function giveRefundAccount(
  { clock, lives }: LifeDependencies,
  standing: Standing,
  fields: ActionFields,
): Promise<LifeResult> {
  const { life, method, parties } = standing;
  if (!mayNeedRefund(life, method)) return NOT_ALLOWED;
  const [bank, number, holder] = ['bank', 'number', 'holder'].map((name) =>
    cleanLine(text(fields[name])),
  ) as [string, string, string];
  if (bank.length > MAX_CHARACTERS.bank) return invalid('bank', 'too_long');
  if (holder.length > MAX_CHARACTERS.bank) return invalid('holder', 'too_long');
  if (!bank) return invalid('bank', 'required');
  if (!isAccountNumber(number)) return invalid('number', 'account_number');
  if (!holder) return invalid('holder', 'required');
  return write(lives, standing, {
    at: clock.now().toISOString(),
    next: life,
    refund_account: { bank, number, holder },
    mails: mailTo(parties, 'refund_account_seller'),
  });
}

/** The buyer's word that a refund came. */
async function refundReceived({ clock, lives }: LifeDependencies, standing: Standing): Promise<LifeResult> {
  const { life, parties } = standing;
  if (!waitsForReceipt(life)) return NOT_ALLOWED;
  return write(lives, standing, {
    at: clock.now().toISOString(),
    next: life,
    refund_received: true,
    mails: mailTo(parties, 'refund_received_seller'),
  });
}

/** A bank's or wallet's number: mostly digits, abroad also letters (IBAN). */
function isAccountNumber(text: string): boolean {
  return /^[\dA-Z][\dA-Z .-]{4,40}$/i.test(text) && text.replace(/\D/g, '').length >= 5;
}

/** A field that should be a text. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
