import { DAY_MS } from '../../src/domain/time.ts';
import type { Signer } from './ports.ts';

/** A link in a seller's mail opens its order for so many days. */
export const SELLER_LINK_DAYS = 7;

/**
 * The path of a seller's page for one seller order, `/penjual/<code>.<until>.<signature>`. It is the same however
 * often it is made, so a mail that is sent again carries the link that it had.
 * @param from when the mail was written
 */
export async function sellerLink(signer: Signer, code: string, from: Date): Promise<string> {
  const until = Math.floor((from.getTime() + SELLER_LINK_DAYS * DAY_MS) / 1000).toString(36);
  return `/penjual/${code}.${until}.${await signer.sign(`seller:${code}:${until}`)}`;
}

/**
 * What the token of a seller's link opens; `undefined` for a forged one.
 * @returns the code, and whether its time is over
 */
export async function openSellerLink(
  signer: Signer,
  token: string,
  now: Date,
): Promise<{ code: string; expired: boolean } | undefined> {
  const [code, until, signature, ...rest] = token.split('.');
  if (!code || !until || !signature || rest.length || !/^[0-9a-z]{1,9}$/.test(until)) return undefined;
  if (!(await signer.verify(`seller:${code}:${until}`, signature))) return undefined;
  return { code, expired: Number.parseInt(until, 36) * 1000 <= now.getTime() };
}
