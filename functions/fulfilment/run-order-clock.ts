import { type ClockJob, dueJob } from '../../src/domain/fulfilment/order-life.ts';
import type { AttemptCounter } from '../access/ports.ts';
import { mailTo, type Parties } from './notices.ts';
import type { LifeMail } from './ports.ts';
import { type LifeDependencies, type LifeResult, type Standing, standingOf, write } from './standing.ts';
import { transition } from './transition-order.ts';

/** Seller orders in one look, and looks in one run: a run's work is bounded, what is left comes with the next. */
const LOOK = 50;
const MAX_LOOKS = 10;
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
  let changed = 0;
  const failures = new Set<string>();
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const codes = (await lives.due(clock.now(), LOOK + failures.size)).filter((code) => !failures.has(code));
    if (!codes.length) break;
    for (const code of codes) {
      try {
        const result = await tick(dependencies, code);
        if (result?.ok) changed += 1;
        // Whoever was quicker has done it; anything else would come up again in this run.
        else if (result && result.code !== 'conflict') failures.add(code);
      } catch (error) {
        failures.add(code);
        console.error('order clock:', (error as Error).name);
      }
    }
  }
  await lives.releaseAmounts(clock.now(), RELEASES);
  await orders.forgetClients(clock.now());
  await attempts.forget(clock.now());
  return { changed, failed: failures.size };
}

async function tick(dependencies: LifeDependencies, code: string): Promise<LifeResult | undefined> {
  const standing = await standingOf(dependencies, code);
  if (!standing) return { ok: false, status: 404, code: 'not_found' };
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
