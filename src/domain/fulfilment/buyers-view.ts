import type { OrderState } from '../ordering/order-state.ts';
import type { PaymentMethod } from '../payment/payment.ts';
import { type ComplaintReason, canClaim, canComplain, type SellerOrderLife } from './order-life.ts';

// What the buyer's page says about a seller order. Pure: the page only finds words for it.

/** Where a seller order truly stands: its state, unless something graver is open. */
export type Headline =
  | OrderState
  | 'claimed'
  | 'complaint_open'
  | 'complaint_answered'
  | 'refund_owed'
  | 'refunded_part';

/** What the page of a seller order leads with: a complaint before money to come back, both before the state. */
export function headlineOf(
  life: Pick<SellerOrderLife, 'status' | 'complaint' | 'owed' | 'refunds' | 'claimed_at'>,
): Headline {
  const { status, complaint } = life;
  if (complaint && !complaint.closed_at)
    return complaint.answer || complaint.decision ? 'complaint_answered' : 'complaint_open';
  if (life.owed.length > 0) return 'refund_owed';
  if (status === 'awaiting_payment' && life.claimed_at) return 'claimed';
  if (status !== 'refunded' && life.refunds.length > 0) return 'refunded_part';
  return status;
}

/** Headlines that stand in the place of the state, with words of their own. */
const GRAVE = ['claimed', 'complaint_open', 'complaint_answered', 'refund_owed'] as const;
export type GraveHeadline = (typeof GRAVE)[number];

/** True where the headline tells something that the state does not. */
export function isGrave(headline: Headline): headline is GraveHeadline {
  return GRAVE.some((grave) => grave === headline);
}

/** The steps that an order goes through when nothing goes wrong. */
export const PROGRESS = ['placed', 'paid', 'processing', 'shipped', 'completed'] as const;
export type ProgressStep = (typeof PROGRESS)[number];

/** The steps of a seller order and how many are done; nothing for one that has ended otherwise. */
export function progressOf(
  status: OrderState,
  method: PaymentMethod,
): { steps: ProgressStep[]; done: number } | undefined {
  const steps = PROGRESS.filter((step) => step !== 'paid' || method !== 'cod');
  const reached: { [state in OrderState]?: ProgressStep } = {
    awaiting_shipping: 'placed',
    awaiting_payment: 'placed',
    paid: 'paid',
    processing: 'processing',
    shipped: 'shipped',
    completed: 'completed',
  };
  const step = reached[status];
  return step && { steps, done: steps.indexOf(step) + 1 };
}

/** What a complaint can be about as things stand, the likeliest first. */
export function fittingReasons(
  life: Pick<SellerOrderLife, 'status' | 'passages'>,
): readonly ComplaintReason[] {
  const aboutGoods = ['wrong', 'damaged', 'not_as_described'] as const;
  switch (life.status) {
    case 'awaiting_shipping':
    case 'awaiting_payment':
    case 'expired':
    case 'cancelled':
      return ['not_confirmed', 'other'];
    case 'paid':
    case 'processing':
    case 'shipped':
      return life.status === 'shipped' ? ['not_arrived', ...aboutGoods, 'other'] : ['not_arrived', 'other'];
    case 'completed': {
      const received = life.passages.some(({ to, actor }) => to === 'completed' && actor === 'buyer');
      return received ? [...aboutGoods, 'other'] : ['not_arrived', ...aboutGoods, 'other'];
    }
    case 'returned':
    case 'refunded':
      return ['other'];
  }
}

/** True where the page offers a complaint: nothing is open, and money or goods are on their way. */
export function offersComplaint(
  life: Pick<SellerOrderLife, 'status' | 'complaint' | 'claimed_at'>,
  method: PaymentMethod,
): boolean {
  if (life.complaint && !life.complaint.closed_at) return false;
  if (!canComplain(life.status, method)) return false;
  const unpaid = life.status === 'awaiting_shipping' || canClaim(life.status, method);
  return !unpaid || life.claimed_at !== undefined;
}
