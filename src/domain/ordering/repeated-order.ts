import type { Order } from './order.ts';

/** For so long an order of the same goods by the same person is asked about before there is a second one. */
export const REPEAT_MINUTES = 15;

/** What an order is compared by: its SKUs and how many of each. */
export interface Goods {
  sku: string;
  qty: number;
}

const listOf = (goods: Goods[]) =>
  goods
    .map(({ sku, qty }) => `${sku}*${qty}`)
    .sort()
    .join(' ');

/** True where an order that is still good for something holds exactly these goods. */
export function holdsSameGoods({ seller_orders }: Pick<Order, 'seller_orders'>, goods: Goods[]): boolean {
  const over = seller_orders.every(({ status }) => status === 'cancelled' || status === 'expired');
  return !over && listOf(seller_orders.flatMap(({ lines }) => lines)) === listOf(goods);
}

/** Whole minutes since an order was placed, at least 1. */
export function minutesSince({ created_at }: Pick<Order, 'created_at'>, now: Date): number {
  return Math.max(1, Math.floor((now.getTime() - Date.parse(created_at)) / 60_000));
}

/**
 * The keys of a browser's checkouts, as its cookie keeps them: `next` is for the order to come and stays the same
 * until the page of that order was seen, `last` is that of the order seen last.
 */
export interface CheckoutKeys {
  next: string;
  last?: string;
}

const KEY = /^[\w-]{16,100}$/;

/** The cookie's value; keys hold no `.`. */
export function encodeKeys({ next, last }: CheckoutKeys): string {
  return last ? `${next}.${last}` : next;
}

/** Reads a cookie's value; `undefined` for anything that is none. */
export function decodeKeys(value: string): CheckoutKeys | undefined {
  const [next = '', last = ''] = value.split('.');
  if (!KEY.test(next)) return undefined;
  return { next, ...(KEY.test(last) && { last }) };
}
