import type { AddressBook, Signer } from '../access/ports.ts';
import type { Clock } from '../http/ports.ts';
import type { OrderStore } from './ports.ts';

/** What the key in a buyer's mailed link to an order signs: whoever has it reads that address's mail. */
export const orderMailKey = (token: string, address: string) =>
  `order-mail:${token}:${address.toLowerCase()}`;

interface Dependencies {
  orders: Pick<OrderStore, 'byToken'>;
  addressBook: Pick<AddressBook, 'confirm'>;
  signer: Signer;
  clock: Clock;
}

/** The buyer came to the order by a link that only a mail had, so the address in it is theirs. */
export async function confirmByOrder(
  { orders, addressBook, signer, clock }: Dependencies,
  token: string,
  key: string,
): Promise<void> {
  const address = (await orders.byToken(token))?.buyer.email;
  if (address && (await signer.verify(orderMailKey(token, address), key)))
    await addressBook.confirm(address.toLowerCase(), clock.now());
}
