import { parseOrderCode } from '../../src/domain/ordering/order-code.ts';
import { normalisePhone } from '../../src/schemas/phone.ts';
import type { AttemptCounter, RateLimiter } from '../access/ports.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import type { OrderStore } from './ports.ts';

/** Attempts that one client has at one code and at one phone number in a window, right ones among them. */
const MAX_ATTEMPTS = 10;
const WINDOW_SECONDS = 15 * 60;
/** What is counted of a text: more can be neither a code nor a number. */
const MAX_TYPED = 40;

interface Dependencies {
  orders: Pick<OrderStore, 'byCode'>;
  attempts: AttemptCounter;
  limiter: RateLimiter;
  clock: Clock;
  random: Pick<Randomness, 'sha256'>;
  settings: Pick<Settings, 'limits'>;
}

export type FindOrderResult =
  | { ok: true; token: string }
  | { ok: false; status: 404 | 429; code: 'order_not_found' | 'too_many_requests' };

/**
 * Finds an order by its code and the buyer's phone in any spelling. The answer never tells which of the two was
 * wrong; both are counted by client, so that neither can be guessed and nobody can shut out the buyer. Keys are hashed:
 * the counter holds nobody's number.
 * @param address what the generous limit goes by; never stored
 */
export async function findOrder(
  { orders, attempts, limiter, clock, random, settings }: Dependencies,
  input: { code: string; phone: string; address: string },
): Promise<FindOrderResult> {
  const code = parseOrderCode(input.code.slice(0, MAX_TYPED));
  const typedPhone = input.phone.slice(0, MAX_TYPED);
  if (settings.limits) {
    const keys = [
      `find:code:${input.address}:${code ?? 'none'}`,
      // The last digits are the same in every spelling of a number.
      `find:phone:${input.address}:${typedPhone.replace(/\D/g, '').slice(-8)}`,
    ];
    const window = { now: clock.now(), limit: MAX_ATTEMPTS, windowSeconds: WINDOW_SECONDS };
    const allowed = [await limiter.allow(`find:${input.address}`)];
    // What is no code at all costs nobody an attempt but the one who types it.
    for (const key of code ? keys : keys.slice(1))
      allowed.push(await attempts.count(await random.sha256(key), window));
    if (allowed.includes(false)) return { ok: false, status: 429, code: 'too_many_requests' };
  }
  const order = code ? await orders.byCode(code) : undefined;
  const phone = order && normalisePhone(typedPhone, order.ship_to.country);
  return order && phone?.ok && phone.e164 === order.buyer.phone
    ? { ok: true, token: order.token }
    : { ok: false, status: 404, code: 'order_not_found' };
}
