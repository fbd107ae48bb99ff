import type { Actor, OrderState } from '../../src/domain/fulfilment/order-states.ts';
import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import type { LifeMail } from './ports.ts';

/** Who is written to about a seller order. The seller's address comes from the catalogue of today. */
export interface Parties {
  buyer?: string;
  seller?: string;
  operators: string[];
}

/** The events that mails tell of, each to one party: the kinds of `src/i18n/mail/life-mails.ts`. */
export type Party = 'buyer' | 'seller' | 'operator';

/** A mail about an event to each address of a party; none where nobody can be reached. */
export function mailTo(
  parties: Parties,
  party: Party,
  event: string,
  detail: NonNullable<LifeMail['detail']> = {},
): LifeMail[] {
  const addresses = { buyer: [parties.buyer], seller: [parties.seller], operator: parties.operators }[party];
  return addresses.flatMap((to) =>
    to ? [{ kind: `${event}_${party}`, to, ...(Object.keys(detail).length && { detail }) }] : [],
  );
}

/** The mails of a move: everybody hears of it but who made it; the buyer also hears what the clock did. */
export function mailsOfMove(
  parties: Parties,
  to: OrderState,
  by: Actor,
  detail: NonNullable<LifeMail['detail']>,
): LifeMail[] {
  return [
    ...(by === 'buyer' ? [] : mailTo(parties, 'buyer', to, detail)),
    ...(by === 'seller' ? [] : mailTo(parties, 'seller', to, detail)),
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
