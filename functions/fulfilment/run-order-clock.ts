import { type ClockJob, dueJob } from '../../src/domain/fulfilment/order-life.ts';
import type { AttemptCounter } from '../access/ports.ts';
import { mailTo, type Parties } from './notices.ts';
import type { LifeMail } from './ports.ts';
import {
  type LifeDependencies,
  type LifeResult,
  NOT_FOUND,
  type Standing,
  standingOf,
  standingsOf,
  write,
} from './standing.ts';
import { transition } from './transition-order.ts';

/**
 * Seller orders in one run; what is left comes with the next. They are read together, and each is changed by one batch
 * of 7 statements at most, so a run has 400: with the mails' 450 (deliver-mails.ts) within the 1,000 that D1 answers to
 * one invocation.
 */
const RUN_LIMIT = 50;
/** Amounts that one run lets be asked for again. */
const RELEASES = 1000;

/**
 * What the scheduled handler does with orders: lets them lapse, reminds, completes, and lets amounts be asked for
 * again; counts of the day before are forgotten. Every change names the version that it was decided on, so two runs at once change everything once.
 * @returns how many seller orders were changed, and how many could not be because of a fault
 */
export async function runOrderClock(
  dependencies: LifeDependencies & { attempts: AttemptCounter },
): Promise<{ changed: number; failed: number }> {
  const { lives, orders, clock, attempts } = dependencies;
  const codes = await lives.due(clock.now(), RUN_LIMIT);
  // One that can't be read fails them all here; then each is read by itself.
  const together = await standingsOf(dependencies, codes).catch(() => undefined);
  let changed = 0;
  let failed = 0;
  for (const code of codes) {
    try {
      const standing = together ? together.get(code) : await standingOf(dependencies, code);
      const result = standing ? await tick(dependencies, standing) : NOT_FOUND;
      if (result?.ok) changed += 1;
      // Whoever was quicker has done it.
      else if (result && result.code !== 'conflict') failed += 1;
    } catch (error) {
      failed += 1;
      console.error('order clock:', (error as Error).name);
    }
  }
  await lives.releaseAmounts(clock.now(), RELEASES);
  await orders.forgetClients(clock.now());
  await attempts.forget(clock.now());
  return { changed, failed };
}

async function tick(dependencies: LifeDependencies, standing: Standing): Promise<LifeResult | undefined> {
  const due = dueJob(standing.life, standing.method, dependencies.clock.now());
  if (!due) return settle(dependencies, standing);
  switch (due.job) {
    case 'expire':
      return transition(dependencies, standing, 'clock', { to: 'expired' });
    case 'complete':
      return transition(dependencies, standing, 'clock', { to: 'completed' });
    default:
      return write(dependencies.lives, standing, {
        at: dependencies.clock.now().toISOString(),
        next: { ...standing.life, clock_at: due.again },
        mails: reminder(due.job, standing, standing.parties),
      });
  }
}

/** Nothing to do at a moment that came: it is forgotten, so that it does not come up again. */
async function settle(
  { lives, clock }: LifeDependencies,
  standing: Standing,
): Promise<LifeResult | undefined> {
  const now = clock.now();
  const { clock_at } = standing.life;
  if (!clock_at || Date.parse(clock_at) > now.getTime()) return undefined;
  return write(lives, standing, {
    at: now.toISOString(),
    next: { ...standing.life, clock_at: undefined },
    mails: [],
  });
}

function reminder(
  job: Exclude<ClockJob, 'expire' | 'complete'>,
  { life }: Standing,
  parties: Parties,
): LifeMail[] {
  const deadline: Record<string, string> = life.expires_at ? { deadline: life.expires_at } : {};
  switch (job) {
    case 'remind_buyer_to_pay':
      return mailTo(parties, 'pay_reminder_buyer', deadline);
    case 'remind_seller_to_quote':
      return mailTo(parties, 'quote_reminder_seller', deadline);
    case 'remind_seller_of_claim':
      return mailTo(parties, 'claim_reminder_seller', { amount: life.total });
    case 'tell_operator_of_claim':
      return mailTo(parties, 'claim_overdue_operator', { amount: life.total });
    case 'remind_seller_to_ship':
      return [...mailTo(parties, 'ship_reminder_seller'), ...mailTo(parties, 'ship_late_buyer')];
    case 'ask_seller_for_cash':
      return mailTo(parties, 'cash_reminder_seller', { amount: life.total });
  }
}
