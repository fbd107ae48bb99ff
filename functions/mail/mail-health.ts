import type { Clock } from '../http/ports.ts';
import type { MailStore } from './ports.ts';

/** A mail that waits longer than that is not on its way, in seconds (DESIGN, HTTP API). */
const LONGEST_WAIT_S = 15 * 60;

/** How many mails wait, and for how many seconds the oldest does; `late` when somebody should look. */
export async function mailHealth({
  mails,
  clock,
}: {
  mails: Pick<MailStore, 'waiting'>;
  clock: Clock;
}): Promise<{ outbox: { waiting: number; oldest_s: number }; late: boolean }> {
  const { count, oldest } = await mails.waiting();
  const age = oldest === undefined ? 0 : (clock.now().getTime() - Date.parse(oldest)) / 1000;
  const oldest_s = Math.max(0, Math.floor(age));
  return { outbox: { waiting: count, oldest_s }, late: oldest_s > LONGEST_WAIT_S };
}
