import type { AddressBook, Signer } from '../access/ports.ts';
import type { Clock } from '../http/ports.ts';
import type { OrderStore } from './ports.ts';

/** What the key in a buyer's mailed link to an order signs: whoever has it reads that address's mail. */
export const orderMailKey = (token: string, address: string) =>
  `order-mail:${token}:${address.toLowerCase()}`;

interface Dependencies {
  orders: Pick<OrderStore, 'byToken'>;
  addressBook: Pick<AddressBook, 'confirm' | 'isConfirmed'>;
  signer: Signer;
  clock: Clock;
}

/**
 * Confirming a buyer's address by the key in a mailed link to an order: only a mail to that address had it. Opening
 * the link shows a button, and the button confirms, since mail scanners open links, too.
 */
export function confirmingByOrder({ orders, addressBook, signer, clock }: Dependencies) {
  /** The address that a key is of; `undefined` for a guessed one. */
  async function addressOf(token: string, key: string): Promise<string | undefined> {
    const address = (await orders.byToken(token))?.buyer.email;
    return address && (await signer.verify(orderMailKey(token, address), key))
      ? address.toLowerCase()
      : undefined;
  }

  return {
    /** True for a key of an address that nobody has confirmed yet. */
    async asks(token: string, key: string): Promise<boolean> {
      const address = await addressOf(token, key);
      return address !== undefined && !(await addressBook.isConfirmed([address])).has(address);
    },
    /** False for a key that is none. Pressed twice it is the same. */
    async confirm(token: string, key: string): Promise<boolean> {
      const address = await addressOf(token, key);
      if (address) await addressBook.confirm(address, clock.now());
      return address !== undefined;
    },
  };
}
