import type { Outbox } from './ports.ts';

/** What every mail that waits has, whatever table it waits in. */
interface MailRows<Row> {
  claim(options: { now: Date; limit: number; leaseSeconds: number }): Promise<Row[]>;
  sent: Outbox['sent'];
  failed: Outbox['failed'];
}

/**
 * Mails that wait in a table of D1. A row is claimed with a lease, so that two runs at once don't send it twice.
 * @param columns what a claim gives of each row
 */
export function d1MailRows<Row extends { id: number }>(
  db: D1Database,
  table: 'outbox' | 'letters',
  columns: (keyof Row & string)[],
): MailRows<Row> {
  return {
    async claim({ now, limit, leaseSeconds }) {
      const at = now.toISOString();
      const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
      const { results } = await db
        .prepare(
          `UPDATE ${table} SET lease_until = ?2, attempts = attempts + 1
           WHERE id IN (
             SELECT id FROM ${table}
             WHERE sent_at IS NULL AND next_attempt_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
             ORDER BY next_attempt_at, id LIMIT ?3)
           RETURNING ${columns.join(', ')}`,
        )
        .bind(at, until, limit)
        .all<Row>();
      return results.sort((a, b) => a.id - b.id);
    },
    async sent(ids, at) {
      await db
        .prepare(
          `UPDATE ${table} SET sent_at = ?2, lease_until = NULL, last_error = NULL
           WHERE id IN (SELECT value FROM json_each(?1))`,
        )
        .bind(JSON.stringify(ids), at.toISOString())
        .run();
    },
    async failed(id, error, nextAttemptAt) {
      await db
        .prepare(
          `UPDATE ${table} SET last_error = ?2, next_attempt_at = ?3, lease_until = NULL WHERE id = ?1`,
        )
        .bind(id, error.slice(0, 500), nextAttemptAt.toISOString())
        .run();
    },
  };
}
