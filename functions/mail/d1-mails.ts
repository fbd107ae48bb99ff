import type { MailRow, MailStore } from './ports.ts';

/** When an ended mail is tried again: so it leaves the index of what is due, in every version of the mall. */
const NEVER = '9999-12-31T23:59:59.999Z';

const BOXES = {
  outbox: 'id, kind, to_address, created_at, attempts, detail, order_id, seller_order',
  letters: 'id, kind, to_address, created_at, attempts, detail, NULL AS order_id, NULL AS seller_order',
} as const;

/** Whoever waits for a buyer's mail waits behind a seller's: without that one, nothing is sold. */
const TURN = "kind GLOB '*_buyer', attempts > 0";

const claim = (box: keyof typeof BOXES) => `
UPDATE ${box} SET lease_until = ?2, attempts = attempts + 1
WHERE id IN (
  SELECT id FROM ${box}
  WHERE sent_at IS NULL AND next_attempt_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
  ORDER BY ${TURN}, next_attempt_at, id LIMIT ?3)
RETURNING ${BOXES[box]}`;

const REFUSED_BUYER = `
UPDATE orders SET email_refused_at = ?2
WHERE id = ?1 AND lower(buyer_email) = lower(?3)`;

/** Mails that wait in D1, claimed with a lease so that two runs at once don't send one twice. */
export function d1Mails(db: D1Database): MailStore {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);

  return {
    async claim({ now, limit, leaseSeconds }) {
      const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
      const boxes = Object.keys(BOXES) as (keyof typeof BOXES)[];
      const claimed = await db.batch<Omit<MailRow, 'box'>>(
        boxes.map((box) => run(claim(box), now.toISOString(), until, limit)),
      );
      const turn = ({ kind, attempts }: MailRow) =>
        (kind.endsWith('_buyer') ? 2 : 0) + (attempts > 1 ? 1 : 0);
      return claimed
        .flatMap(({ results }, index) => results.map((row): MailRow => ({ box: boxes[index]!, ...row })))
        .sort((a, b) => turn(a) - turn(b) || a.created_at.localeCompare(b.created_at) || a.id - b.id);
    },

    async accepted({ box, id }, at, stranger) {
      await run(
        `UPDATE ${box} SET sent_at = ?2, lease_until = NULL, last_error = NULL, stranger = ?3 WHERE id = ?1`,
        id,
        at.toISOString(),
        stranger ?? null,
      ).run();
    },

    async failed({ box, id }, error, nextAttemptAt) {
      await run(
        `UPDATE ${box} SET last_error = ?2, next_attempt_at = ?3, lease_until = NULL WHERE id = ?1`,
        id,
        error.slice(0, 500),
        nextAttemptAt.toISOString(),
      ).run();
    },

    async ended({ box, id, kind, order_id, to_address }, because, error, at) {
      await db.batch([
        run(
          `UPDATE ${box} SET ended_because = ?2, last_error = ?3, next_attempt_at = '${NEVER}', lease_until = NULL
           WHERE id = ?1`,
          id,
          because,
          error.slice(0, 500),
        ),
        ...(because === 'refused' && order_id !== null && kind.endsWith('_buyer')
          ? [run(REFUSED_BUYER, order_id, at.toISOString(), to_address)]
          : []),
      ]);
    },

    async released(rows) {
      const boxes = Object.keys(BOXES) as (keyof typeof BOXES)[];
      await db.batch(
        boxes.map((box) =>
          run(
            `UPDATE ${box} SET lease_until = NULL, attempts = attempts - 1
             WHERE id IN (SELECT value FROM json_each(?1))`,
            JSON.stringify(rows.filter((row) => row.box === box).map(({ id }) => id)),
          ),
        ),
      );
    },

    async toStranger(mailbox, since) {
      const row = await run(
        `SELECT (SELECT COUNT(*) FROM outbox WHERE stranger = ?1 AND sent_at > ?2)
           + (SELECT COUNT(*) FROM letters WHERE stranger = ?1 AND sent_at > ?2) AS mails`,
        mailbox,
        since.toISOString(),
      ).first<{ mails: number }>();
      return row?.mails ?? 0;
    },

    async waiting() {
      const waits = (box: keyof typeof BOXES) =>
        `SELECT created_at FROM ${box} WHERE sent_at IS NULL AND next_attempt_at < '${NEVER}'`;
      const row = await run(
        `SELECT COUNT(*) AS count, MIN(created_at) AS oldest
         FROM (${waits('outbox')} UNION ALL ${waits('letters')})`,
      ).first<{ count: number; oldest: string | null }>();
      return { count: row?.count ?? 0, ...(row?.oldest && { oldest: row.oldest }) };
    },
  };
}
