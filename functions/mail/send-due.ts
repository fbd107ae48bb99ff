import type { Clock } from '../http/ports.ts';
import type { Email, EmailSender, Outbox } from './ports.ts';

/** Mails in one claim; a run claims again until nothing is due. */
const CLAIM_LIMIT = 20;
/** Longer than sending one claim may take, even when the server lets every mail time out. */
const LEASE_SECONDS = 120;
const MAX_RUNS = 25;

const MINUTE = 60_000;
const FIRST_QUARTER = 15 * MINUTE;
const LONGEST_WAIT = 60 * MINUTE;

/**
 * When a mail that was not accepted is tried again: within a minute in the first quarter of an hour, then
 * ever more rarely, at least once an hour, until it is accepted.
 * @param ageMs how long ago the mail was written, in milliseconds
 */
export function retryDelay(ageMs: number): number {
  if (ageMs < FIRST_QUARTER) return MINUTE / 4;
  return Math.min(LONGEST_WAIT, Math.max(2 * MINUTE, ageMs / 4));
}

/** Rows that wait to be sent, of whatever kind. */
interface Box<Row> {
  claim(options: { now: Date; limit: number; leaseSeconds: number }): Promise<Row[]>;
  sent: Outbox['sent'];
  failed: Outbox['failed'];
}

/** Sends what is due in a box. Returns how many were accepted and how many must be tried again. */
export async function sendDue<Row extends { id: number; created_at: string }>(
  { email, clock }: { email: EmailSender; clock: Clock },
  box: Box<Row>,
  compose: (rows: Row[]) => Promise<Email[]>,
): Promise<{ sent: number; failed: number }> {
  let sent = 0;
  let failed = 0;
  for (let run = 0; run < MAX_RUNS; run += 1) {
    const rows = await box.claim({ now: clock.now(), limit: CLAIM_LIMIT, leaseSeconds: LEASE_SECONDS });
    if (!rows.length) break;
    const results = await email.send(await compose(rows));
    const accepted = rows.filter((_, index) => results[index]!.ok).map(({ id }) => id);
    sent += accepted.length;
    if (accepted.length) await box.sent(accepted, clock.now());
    for (const [index, row] of rows.entries()) {
      const result = results[index]!;
      const now = clock.now();
      if (result.ok) continue;
      failed += 1;
      const age = now.getTime() - Date.parse(row.created_at);
      await box.failed(row.id, result.error, new Date(now.getTime() + retryDelay(age)));
    }
    if (failed || rows.length < CLAIM_LIMIT) break;
  }
  return { sent, failed };
}
