import type { Locale } from '../locale.ts';
import type { Rupiah } from '../money.ts';
import type { OrderLine } from '../ordering/order.ts';

/** States of an inquiry. */
export const INQUIRY_STATES = ['open', 'answered', 'quoted', 'ordered', 'closed', 'spam'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];
/** The two who talk. */
export type InquiryParty = 'buyer' | 'seller';

/** What can happen to an inquiry. */
export type InquiryEvent = 'buyer_says' | 'seller_says' | 'quote' | 'order' | 'close' | 'spam';

/**
 * The state after an event; `undefined` where the event is not allowed. An order ends the bargaining, not the
 * talking; who writes again after closing opens it again.
 */
export function afterEvent(state: InquiryState, event: InquiryEvent): InquiryState | undefined {
  if (state === 'spam') return undefined;
  if (state === 'ordered') return event === 'buyer_says' || event === 'seller_says' ? 'ordered' : undefined;
  switch (event) {
    case 'buyer_says':
      return 'open';
    case 'seller_says':
      return state === 'quoted' ? 'quoted' : 'answered';
    case 'quote':
      return 'quoted';
    case 'order':
      // A question asked after the offer does not take the offer back.
      return state === 'closed' ? undefined : 'ordered';
    case 'close':
      return state === 'closed' ? undefined : 'closed';
    case 'spam':
      return 'spam';
  }
}

/** A seller's offer: exactly this price, until it lapses. */
export interface Offer {
  id: number;
  /** As they will be ordered: a line beyond what lay ready when it was offered takes no stock. */
  lines: OrderLine[];
  subtotal: Rupiah;
  shipping: Rupiah;
  /** Where the fee goes: a Kemendagri code of a regency, or a country. Absent: it holds anywhere. */
  destination?: string;
  note: string;
  /** The end of its last day in WIB: from this moment on it has lapsed. UTC, ISO 8601. */
  valid_until: string;
  made_at: string;
  /** The token of the order that it became. */
  order_token?: string;
}

export interface InquiryMessage {
  author: InquiryParty;
  text: string;
  at: string;
}

/** A question to a seller with everything that was said since. */
export interface Inquiry {
  id: number;
  code: string;
  buyer_token: string;
  seller_token: string;
  seller: string;
  seller_name: string;
  sku?: string;
  title?: string;
  quantity?: number;
  wanted_by?: string;
  buyer: { name: string; email?: string; phone?: string };
  locale: Locale;
  status: InquiryState;
  /** It goes to the seller when its buyer confirms it by a mailed link; spam until then. */
  awaits_confirmation?: boolean;
  created_at: string;
  first_answer_at?: string;
  email_confirmed_at?: string;
  messages: InquiryMessage[];
  /** The latest one. */
  offer?: Offer;
}

/** True where an offer's shipping fee goes to this address. */
export function reaches(
  { destination }: Pick<Offer, 'destination'>,
  { country, region }: { country: string; region?: string | undefined },
): boolean {
  return destination === undefined || destination === (country === 'ID' ? region : country);
}

/** A moment of the last day on which an offer can be accepted, to be shown as a day in WIB. */
export function lastDayOf({ valid_until }: Pick<Offer, 'valid_until'>): Date {
  return new Date(Date.parse(valid_until) - 1);
}

/** True while an offer can be accepted. */
export function isOpenOffer(offer: Offer, status: InquiryState, now: Date): boolean {
  return (
    offer.order_token === undefined &&
    Date.parse(offer.valid_until) > now.getTime() &&
    afterEvent(status, 'order') !== undefined
  );
}

/** What the key in a buyer's mailed link signs: whoever has it reads that address's mail. */
export const inquiryMailKey = (code: string) => `inquiry-mail:${code}`;
