import type { MailEvent } from '../../src/domain/fulfilment/order-mails.ts';
import type { Actor } from '../../src/domain/fulfilment/order-states.ts';
import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import type { OrderState } from '../../src/domain/ordering/order-state.ts';
import type { LifeMail } from './ports.ts';

/** Who is written to about a seller order. The seller's address comes from the catalogue of today. */
export interface Parties {
  buyer?: string;
  seller?: string;
  operators: string[];
}

/** A mail about an event to each address of the party that its kind names; none where nobody can be reached. */
export function mailTo(
  parties: Parties,
  kind: MailEvent,
  detail: NonNullable<LifeMail['detail']> = {},
): LifeMail[] {
  const addresses = kind.endsWith('_buyer')
    ? [parties.buyer]
    : kind.endsWith('_seller')
      ? [parties.seller]
      : parties.operators;
  return addresses.flatMap((to) => (to ? [{ kind, to, ...(Object.keys(detail).length && { detail }) }] : []));
}

/** Who hears of an order that came into a state, unless it was their own doing. */
const HEARD: Record<OrderState, { buyer?: MailEvent; seller?: MailEvent }> = {
  awaiting_shipping: {},
  awaiting_payment: { buyer: 'awaiting_payment_buyer' },
  paid: { buyer: 'paid_buyer', seller: 'paid_seller' },
  processing: { buyer: 'processing_buyer' },
  shipped: { buyer: 'shipped_buyer' },
  completed: { buyer: 'completed_buyer', seller: 'completed_seller' },
  cancelled: { buyer: 'cancelled_buyer', seller: 'cancelled_seller' },
  expired: { buyer: 'expired_buyer', seller: 'expired_seller' },
  returned: { buyer: 'returned_buyer' },
  refunded: { buyer: 'refunded_buyer', seller: 'refunded_seller' },
};

/** The mails of a move: everybody hears of it but who made it; the buyer also hears what the clock did. */
export function mailsOfMove(
  parties: Parties,
  to: OrderState,
  by: Actor,
  detail: NonNullable<LifeMail['detail']>,
): LifeMail[] {
  const { buyer, seller } = HEARD[to];
  return [
    ...(buyer && by !== 'buyer' ? mailTo(parties, buyer, detail) : []),
    ...(seller && by !== 'seller' ? mailTo(parties, seller, detail) : []),
  ];
}

/** Who can be written to about this seller order. */
export function partiesOf(
  order: Order,
  sellerOrder: SellerOrder,
  sellers: Map<string, { email: string }>,
  operators: string[],
): Parties {
  const seller = sellers.get(sellerOrder.seller)?.email;
  return {
    ...(order.buyer.email && { buyer: order.buyer.email }),
    ...(seller && { seller }),
    operators,
  };
}
