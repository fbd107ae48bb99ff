import { leftOfSale, moved } from '../../src/domain/fulfilment/order-life.ts';
import {
  type Actor,
  requirementOf,
  type Transition,
  transitionFor,
} from '../../src/domain/fulfilment/order-states.ts';
import { MAX_CHARACTERS } from '../../src/domain/limits.ts';
import { isRupiah, MAX_PRICE } from '../../src/domain/money.ts';
import { UNKNOWN_DELIVERY_DAYS } from '../../src/domain/ordering/deadlines.ts';
import { isUnpaid, ORDER_STATES } from '../../src/domain/ordering/order-state.ts';
import { amountHold, QRIS_MAX } from '../../src/domain/payment/payment.ts';
import { cleanLine, cleanText } from '../../src/domain/text.ts';
import {
  goodsByEdition,
  type LedgerEntry,
  MAX_ENTRY,
  refundByEdition,
} from '../../src/domain/turnover/ledger.ts';
import { otherMethods } from './change-payment.ts';
import { mailsOfMove, mailTo } from './notices.ts';
import type { LifeChange, LifeMail } from './ports.ts';
import {
  ERASED,
  invalid,
  type LifeDependencies,
  type LifeRefusal,
  type LifeResult,
  NOT_ALLOWED,
  NOT_FOUND,
  needsParcel,
  type Standing,
  standingOf,
  write,
} from './standing.ts';

export interface MoveRequest {
  to: string;
  reason?: string;
  courier?: string;
  tracking?: string;
  /** Rupiah: the fee that is quoted, or what is paid back. */
  amount?: number;
  /** The seller's proof of a refund. */
  reference?: string;
}

/**
 * Moves a seller order on, if the table of states allows this actor to: at once with the stock, the ledger and
 * the mails that belong to the move, or not at all. Expected failures are returned: 404 for an unknown code, 409
 * for a move that the table does not hold or that somebody else was quicker with, 422 for what is missing.
 */
export async function transitionOrder(
  dependencies: LifeDependencies,
  code: string,
  by: Actor,
  request: MoveRequest,
): Promise<LifeResult> {
  const standing = await standingOf(dependencies, code);
  return standing ? transition(dependencies, standing, by, request) : NOT_FOUND;
}

/** What is written in the same batch as a move. */
export type WithMove = Pick<LifeChange, 'payment_taken' | 'gateway_refund' | 'owed_refund'> & {
  /** The address of the operator who does it, for the audit trail. */
  operator?: string;
  /** What has to be told besides the move. */
  mails?: LifeMail[];
};

/** Moves a seller order that has been read already to another state, with everything that goes with it in one batch. */
export async function transition(
  dependencies: LifeDependencies,
  standing: Standing,
  by: Actor,
  request: MoveRequest,
  withMove: WithMove = {},
): Promise<LifeResult> {
  const { order, life, complaintOpen } = standing;
  // Its money counts although the buyer meant to pay in another way by now.
  const method = by === 'gateway' ? 'gateway' : standing.method;
  const to = ORDER_STATES.find((state) => state === request.to);
  if (!to) return invalid('to', 'state');
  const clockStopped = isUnpaid(life.status) ? life.expires_at === undefined : complaintOpen;
  const row = transitionFor({ from: life.status, to, by, method, clockStopped });
  if (!row) return NOT_ALLOWED;
  if (to === 'paid' && order.erased_at) return ERASED;
  const asked = tidy(request);
  const long = tooLong(asked);
  if (long) return invalid(long, 'too_long');
  const missing = await whatIsMissing(dependencies, standing, row, by, asked);
  if (missing) return missing;
  return to === 'refunded'
    ? refund(dependencies, standing, row, by, asked, withMove)
    : move(dependencies, standing, row, by, asked, withMove);
}

type Asked = MoveRequest & { reason: string; courier: string; tracking: string; reference: string };

function tidy(request: MoveRequest): Asked {
  return {
    ...request,
    reason: cleanText(request.reason ?? ''),
    courier: cleanLine(request.courier ?? ''),
    tracking: cleanLine(request.tracking ?? ''),
    reference: cleanLine(request.reference ?? ''),
  };
}

/** The field that is longer than what is kept: it is refused rather than cut. */
function tooLong({ reason, ...names }: Asked): 'reason' | 'courier' | 'tracking' | 'reference' | undefined {
  if (reason.length > MAX_CHARACTERS.reason) return 'reason';
  return (['courier', 'tracking', 'reference'] as const).find(
    (name) => names[name].length > MAX_CHARACTERS.reference,
  );
}

/** What the move needs and the request lacks. */
async function whatIsMissing(
  { catalog, settings }: LifeDependencies,
  standing: Standing,
  row: Transition,
  by: Actor,
  asked: Asked,
): Promise<LifeRefusal | undefined> {
  const { sellerOrder, method } = standing;
  switch (requirementOf(row, by)) {
    case 'reason':
      return asked.reason ? undefined : invalid('reason', 'reason');
    case 'fee': {
      const { amount } = asked;
      if (!isRupiah(amount) || amount < 0 || amount > MAX_PRICE) return invalid('amount', 'fee');
      if (method !== 'qris' || sellerOrder.subtotal + amount <= QRIS_MAX) return undefined;
      // Beyond what one QRIS payment may be, the buyer chooses another way; where there is none, nobody could pay.
      const others = await otherMethods({ catalog, settings }, standing);
      return others.length
        ? undefined
        : {
            ok: false,
            status: 422,
            code: 'payment_unavailable',
            errors: [{ pointer: '/amount', code: 'qris_max' }],
          };
    }
    case 'parcel': {
      if (!(await needsParcel(catalog, sellerOrder))) return undefined;
      if (!asked.courier) return invalid('courier', 'courier');
      return asked.tracking ? undefined : invalid('tracking', 'tracking');
    }
    case undefined:
      return undefined;
  }
}

async function move(
  { catalog, clock, lives, random }: LifeDependencies,
  standing: Standing,
  { to, stock, ledger }: Transition,
  by: Actor,
  asked: Asked,
  { operator, mails = [], ...facts }: WithMove,
): Promise<LifeResult> {
  const { life, method, sellerOrder, complaintOpen, parties } = standing;
  const now = clock.now();
  const leadDays = to === 'paid' ? await longestLeadDays(catalog, standing) : 0;
  const next = moved(life, to, now, {
    method,
    leadDays,
    longestDays: sellerOrder.shipping_days?.[1] ?? UNKNOWN_DELIVERY_DAYS[1],
    ...(asked.courier && { courier: asked.courier }),
    ...(asked.tracking && { tracking: asked.tracking }),
    complaintOpen,
  });
  const fee = to === 'awaiting_payment' ? asked.amount : undefined;
  const hold =
    fee === undefined ? undefined : amountHold(method, sellerOrder.subtotal + fee, random.bytes(2));
  return write(lives, standing, {
    ...facts,
    at: now.toISOString(),
    next,
    passage: { actor: by, reason: asked.reason },
    ...(operator && { audit: { actor: operator, action: `order_${to}`, detail: asked.reason } }),
    stock,
    ...(ledger === 'sale' && { ledger: saleEntries(standing, now) }),
    ...(fee !== undefined && { quote: { fee, ...(hold && { hold }) } }),
    mails: [
      ...mailsOfMove(parties, to, by, {
        by,
        ...(asked.reason && { reason: asked.reason }),
        ...(next.courier && to === 'shipped' && { courier: next.courier }),
        ...(next.tracking && to === 'shipped' && { tracking: next.tracking }),
        ...(next.expires_at && { deadline: next.expires_at }),
        ...(next.ship_by && to === 'paid' && { ship_by: next.ship_by }),
      }),
      ...mails,
    ],
  });
}

/** As it was when it was ordered; orders of before ask the catalogue. */
async function longestLeadDays(
  catalog: LifeDependencies['catalog'],
  { sellerOrder }: Standing,
): Promise<number> {
  if (sellerOrder.lead_days !== undefined) return sellerOrder.lead_days;
  const skus = await catalog.skus(sellerOrder.lines.map(({ sku }) => sku));
  return Math.max(0, ...[...skus.values()].map(({ made_to_order_days }) => made_to_order_days ?? 0));
}

/**
 * Money that goes back. All of what was paid ends the order; a part of it is an entry in the ledger, and the order
 * stays as it is. What came late was never a sale, so it leaves none behind.
 */
async function refund(
  { clock, lives }: LifeDependencies,
  standing: Standing,
  row: Transition,
  by: Actor,
  asked: Asked,
  { operator, mails = [], ...withMove }: WithMove,
): Promise<LifeResult> {
  const { life, method, parties, complaintOpen } = standing;
  const wasSold = row.ledger === 'refund';
  const left = wasSold ? leftOfSale(life) : life.total;
  const amount = asked.amount ?? left;
  // What came late need not be what was asked for; only a typing error is kept out.
  if (!isRupiah(amount) || amount < 1 || amount > (wasSold ? left : Math.max(left, MAX_ENTRY)))
    return invalid('amount', 'refund_amount');
  const whole = !wasSold || amount === left;
  const now = clock.now();
  const goodsLeft = life.sold.reduce((sum, share) => sum + share.amount, 0);
  // The unique code was a discount on the payment, not on the goods: paid back whole, no goods are left.
  const shares = wasSold ? refundByEdition(life.sold, whole ? Math.max(amount, goodsLeft) : amount) : [];
  const detail = {
    by,
    amount,
    ...(asked.reason && { reason: asked.reason }),
    ...(asked.reference && { reference: asked.reference }),
  };
  const facts = { method, leadDays: 0, longestDays: 0, complaintOpen: false };
  return write(lives, standing, {
    ...withMove,
    at: now.toISOString(),
    ...(operator && { audit: { actor: operator, action: `order_${row.to}`, detail: asked.reason } }),
    next: whole ? moved(life, row.to, now, facts) : life,
    ...(whole && { passage: { actor: by, reason: asked.reason }, stock: row.stock }),
    ...(whole && complaintOpen && { complaint: { do: 'close', by } }),
    ledger: shares.map(({ edition, amount: share }) => entry(standing, 'refund', edition, share, now)),
    refund: { amount, reason: asked.reason, reference: asked.reference },
    mails: [
      ...(whole ? mailsOfMove(parties, row.to, by, detail) : mailTo(parties, 'partial_refund_buyer', detail)),
      ...mails,
    ],
  });
}

function saleEntries(standing: Standing, now: Date): LedgerEntry[] {
  const { lines, subtotal } = standing.sellerOrder;
  // What is given away is no turnover.
  return goodsByEdition(lines, subtotal).flatMap(({ edition, amount }) =>
    amount > 0 ? [entry(standing, 'sale', edition, amount, now)] : [],
  );
}

function entry(
  { order, sellerOrder }: Standing,
  kind: 'sale' | 'refund',
  edition: string,
  amount: number,
  now: Date,
): LedgerEntry {
  const at = now.toISOString();
  const { country, region } = order.ship_to;
  return {
    kind,
    seller: sellerOrder.seller,
    edition,
    channel: 'online',
    destination: country === 'ID' ? region : country,
    amount,
    occurred_at: at,
    recorded_at: at,
  };
}
