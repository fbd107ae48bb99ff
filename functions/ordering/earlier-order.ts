import type { EarlierOrder } from '../../src/domain/ordering/earlier-order.ts';
import type { Order } from '../../src/domain/ordering/order.ts';
import {
  type CheckoutKeys,
  type Goods,
  holdsSameGoods,
  minutesSince,
  REPEAT_MINUTES,
} from '../../src/domain/ordering/repeated-order.ts';
import { normalisePhone } from '../../src/schemas/phone.ts';
import type { Clock } from '../http/ports.ts';
import type { OrderStore } from './ports.ts';

interface Dependencies {
  orders: Pick<OrderStore, 'byIdempotencyKey' | 'recentOfPhone'>;
  clock: Clock;
}

/** The order that a browser's key has become; `undefined` while there is none. */
export async function orderOfKey(
  { orders, clock }: Dependencies,
  key: string | undefined,
): Promise<(EarlierOrder & { order: Order }) | undefined> {
  const found = key ? await orders.byIdempotencyKey(key) : undefined;
  return (
    found && {
      order: found.order,
      minutes: minutesSince(found.order, clock.now()),
      url: `/pesanan/${found.order.token}`,
    }
  );
}

/**
 * An order of the same goods by the same phone number within the last minutes, so that a lost answer or a second
 * tap is asked about. It is a question, no guard: placing with a key is what happens once.
 * @returns `undefined` where this key itself has its order: that one is answered again by its key
 */
export async function findRepeated(
  dependencies: Dependencies,
  given: { key: string; held?: CheckoutKeys | undefined; phone: string; country: string; goods: Goods[] },
): Promise<EarlierOrder | undefined> {
  const { orders, clock } = dependencies;
  const phone = normalisePhone(given.phone, given.country);
  if (!phone.ok) return undefined;
  const since = new Date(clock.now().getTime() - REPEAT_MINUTES * 60_000).toISOString();
  const same = (await orders.recentOfPhone(phone.e164, since)).find((order) =>
    holdsSameGoods(order, given.goods),
  );
  if (!same || (await orders.byIdempotencyKey(given.key))) return undefined;
  const held = await Promise.all(
    [given.held?.next, given.held?.last].map((key) => orderOfKey(dependencies, key)),
  );
  const own = held.find((known) => known?.order.code === same.code);
  return { minutes: minutesSince(same, clock.now()), ...(own?.url && { url: own.url }) };
}
