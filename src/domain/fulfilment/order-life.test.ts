import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstClockAt } from '../ordering/deadlines.ts';
import { isUnpaid, type OrderState } from '../ordering/order-state.ts';
import {
  canRequestCancellation,
  claimed,
  dueJob,
  type LifeState,
  moved,
  resumed,
  stopped,
} from './order-life.ts';
import { ACTORS, nextStates } from './order-states.ts';

const start = new Date('2026-11-24T05:00:00.000Z');
const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const fresh = (status: OrderState, expires_at?: string): LifeState => ({
  status,
  status_at: start.toISOString(),
  ...(expires_at && { expires_at }),
  ...(expires_at && { clock_at: firstClockAt({ status, expires_at }) }),
});
const facts = { method: 'transfer' as const, leadDays: 0, longestDays: 5, complaintOpen: false };

test('a buyer is reminded 6 hours before the time is over, then it is over', () => {
  const state = fresh('awaiting_payment', after(24).toISOString());
  expect(dueJob(state, 'transfer', after(17.9))).toBeUndefined();
  expect(dueJob(state, 'transfer', after(18))?.job).toBe('remind_buyer_to_pay');
  expect(dueJob(state, 'transfer', after(24))?.job).toBe('expire');
});

test('a claim without a proof holds the order for 48 hours; the seller is asked after a day', () => {
  const state = claimed(fresh('awaiting_payment', after(24).toISOString()), after(1), false, false);
  expect(dueJob(state, 'transfer', after(25))?.job).toBe('remind_seller_of_claim');
  expect(dueJob({ ...state, clock_at: after(73).toISOString() }, 'transfer', after(48.9))).toBeUndefined();
  expect(dueJob(state, 'transfer', after(49))?.job).toBe('expire');
  const late = claimed(moved(state, 'expired', after(49), facts), after(50), false, false);
  expect(late.expires_at).toBeUndefined();
});

test('an amount that nobody said was paid is free after hours, any other after days', () => {
  const open = fresh('awaiting_payment', after(24).toISOString());
  expect(moved(open, 'cancelled', start, facts).amount_release_at).toBe(after(6).toISOString());
  expect(moved(open, 'expired', start, facts).amount_release_at).toBe(after(6).toISOString());
  expect(moved(open, 'paid', start, facts).amount_release_at).toBe(after(72).toISOString());
  const said = claimed(open, start, false, false);
  expect(moved(said, 'cancelled', start, facts).amount_release_at).toBe(after(72).toISOString());
});

test('a claim with a proof ends the expiry and asks the seller after a day, the operator after three', () => {
  const state = claimed(fresh('awaiting_payment', after(24).toISOString()), after(1), true, false);
  expect(dueJob(state, 'transfer', after(24.9))).toBeUndefined();
  const first = dueJob(state, 'transfer', after(25));
  expect(first).toEqual({ job: 'remind_seller_of_claim', again: after(73).toISOString() });
  expect(dueJob({ ...state, clock_at: first?.again }, 'transfer', after(73))).toEqual({
    job: 'tell_operator_of_claim',
  });
});

test('what is made to order has its lead days on top before the buyer may ask for cancellation', () => {
  const ready = moved(fresh('awaiting_payment'), 'paid', start, facts);
  const made = moved(fresh('awaiting_payment'), 'paid', start, { ...facts, leadDays: 14 });
  expect(canRequestCancellation(ready, 'transfer', after(3 * 24))).toBe(true);
  expect(canRequestCancellation(made, 'transfer', after(17 * 24 - 1))).toBe(false);
  expect(canRequestCancellation(made, 'transfer', after(17 * 24))).toBe(true);
});

test('a complaint from before a state shifts what belongs to it by the time since then only', () => {
  const shipped = moved(fresh('processing'), 'shipped', after(480), { ...facts, complaintOpen: true });
  const again = resumed(shipped, start.toISOString(), after(504));
  expect(Date.parse(again.completes_at!) - Date.parse(shipped.completes_at!)).toBe(24 * 3_600_000);
});

test('whatever the life, a stopped sale has nothing due at any time, and a resumed one completes later by what it stood', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 8 }), fc.integer({ min: 1, max: 2000 }), (choices, stood) => {
      let state = fresh('awaiting_payment', after(24).toISOString());
      for (const [index, choice] of choices.entries()) {
        const moves = ACTORS.flatMap((by) => nextStates({ from: state.status, by, method: 'transfer' }));
        if (!moves.length) break;
        state = moved(state, moves[choice % moves.length]!, after(index), facts);
      }
      const still = stopped(state);
      if (isUnpaid(state.status)) expect(still).toEqual(state);
      else expect(dueJob(still, 'transfer', after(100_000))).toBeUndefined();
      const again = resumed(still, after(10).toISOString(), after(10 + stood));
      if (state.completes_at)
        expect(Date.parse(again.completes_at!) - Date.parse(state.completes_at)).toBe(stood * 3_600_000);
    }),
  );
});
