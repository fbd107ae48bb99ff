import { parseOrderCode } from '../../src/domain/ordering/order-code.ts';
import { DAY_MS } from '../../src/domain/time.ts';
import type { LinkEpochs, Signer } from '../access/ports.ts';
import type { OrderStore } from '../ordering/ports.ts';
import type { CatalogReader } from '../products/ports.ts';

/** A link in a seller's mail opens its order for so many days. */
export const SELLER_LINK_DAYS = 7;

export interface LinkPorts {
  signer: Signer;
  linkEpochs: LinkEpochs;
  catalog: Pick<CatalogReader, 'sellers'>;
}

/**
 * The path of a seller's page for one seller order, `/penjual/<code>.<until>.<signature>`. It is the same however
 * often it is made, so a mail that is sent again carries the link that it had. The shop's epoch and address are signed
 * with it: "sign out everywhere", a suspension or a new address end the links that lie in the old mailbox.
 * @param from when the mail was written
 */
export async function sellerLink(
  ports: LinkPorts,
  { code, seller }: { code: string; seller: string },
  from: Date,
): Promise<string> {
  const until = Math.floor((from.getTime() + SELLER_LINK_DAYS * DAY_MS) / 1000).toString(36);
  return `/penjual/${code}.${until}.${await ports.signer.sign(await signedText(ports, code, seller, until))}`;
}

/**
 * What the token of a seller's link opens; `undefined` for a forged one and for one that was taken back.
 * @returns the code, and whether its time is over
 */
export async function openSellerLink(
  ports: LinkPorts & { orders: Pick<OrderStore, 'byCode'> },
  token: string,
  now: Date,
): Promise<{ code: string; expired: boolean } | undefined> {
  const [code, until, signature, ...rest] = token.split('.');
  if (!code || !until || !signature || rest.length || !/^[0-9a-z]{1,9}$/.test(until)) return undefined;
  const orderCode = parseOrderCode(code);
  const order = orderCode ? await ports.orders.byCode(orderCode) : undefined;
  const seller = order?.seller_orders.find((candidate) => candidate.code === code)?.seller;
  if (!seller || !(await ports.signer.verify(await signedText(ports, code, seller, until), signature)))
    return undefined;
  return { code, expired: Number.parseInt(until, 36) * 1000 <= now.getTime() };
}

async function signedText(
  { linkEpochs, catalog }: LinkPorts,
  code: string,
  seller: string,
  until: string,
): Promise<string> {
  const [epoch, sellers] = await Promise.all([linkEpochs.of(seller), catalog.sellers([seller])]);
  return `seller:${code}:${until}:${epoch}:${sellers.get(seller)?.email.toLowerCase() ?? ''}`;
}
