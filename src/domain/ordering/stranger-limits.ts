import type { Rupiah } from '../money.ts';

// What a buyer may hold whom nobody vouches for: no confirmed e-mail, no completed order with that phone number.

/** Pieces of a SKU that such an order may always take. */
export const STRANGER_PIECES = 5;
/** Most that such a seller order may come to, in rupiah, without shipping. */
export const STRANGER_AMOUNT: Rupiah = 10_000_000;
/** Orders of one phone number that are unpaid, or were given up in the last day. */
export const MAX_OPEN_ORDERS = 25;
/** Cash-on-delivery orders of one phone number that are not sent yet. */
export const MAX_OPEN_COD = 3;

/** Pieces of a SKU that a stranger's order may take of those that are left: half, or five, whichever is more. */
export function strangerPieces(left: number): number {
  return Math.max(STRANGER_PIECES, Math.floor(left / 2));
}

/**
 * When strangers behind one address are asked for a sign of life. A mobile operator or an expo's Wi-Fi puts hundreds
 * of people behind one address, so orders of a few pieces go on undisturbed far longer than greedy ones.
 */
export const PRESSURE = {
  /** What one client's unpaid orders may hold of a SKU: a fifth, or so many pieces, whichever is more. */
  shareWithoutSign: 5,
  pieces: STRANGER_PIECES,
  /** What they may hold as long as each order takes no more than `smallOrder` pieces of the SKU. */
  smallOrder: 2,
  smallPieces: 20,
  /** With a weak sign, a half: the rest wants a confirmed address. */
  shareWithWeakSign: 2,
  /** Unpaid orders of one client at one shop in an hour. */
  clientOrders: 240,
  /** Unpaid orders of everybody at one shop in an hour. */
  shopOrders: 600,
} as const;

/** Mails that one client's unpaid orders may cause to one mailbox in an hour; the desk shows all of them. */
export const MAX_MAILS_OF_CLIENT = 10;

/** Why an order is not taken as it is. */
export type Held =
  /** Something of it can't be ordered just now. */
  | 'paused'
  | 'too_many_open_orders'
  | 'too_many_cod'
  /** Beyond what a stranger may hold: a confirmed address or the seller's offer goes on. */
  | 'too_many_pieces'
  | 'too_much_money'
  /** Under pressure: any sign of life, or only a confirmed address or the human check. */
  | 'sign_of_life'
  | 'strong_sign';
