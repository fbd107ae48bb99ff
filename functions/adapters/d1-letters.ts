import type { LetterBox, LetterRow } from '../ports-people.ts';

/** Letters in D1, claimed with a lease as the outbox's rows are. */
export function d1Letters(db: D1Database): LetterBox {
  return {
    async claim({ now, limit, leaseSeconds }) {
      const at = now.toISOString();
      const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
      const { results } = await db
        .prepare(
          `UPDATE letters SET lease_until = ?2, attempts = attempts + 1
           WHERE id IN (
             SELECT id FROM letters
             WHERE sent_at IS NULL AND next_attempt_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
             ORDER BY next_attempt_at, id LIMIT ?3)
           RETURNING id, kind, to_address, detail, created_at`,
        )
        .bind(at, until, limit)
        .all<Omit<LetterRow, 'detail'> & { detail: string }>();
      return results.sort((a, b) => a.id - b.id).map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
    },
    async sent(ids, at) {
      await db
        .prepare(
          `UPDATE letters SET sent_at = ?2, lease_until = NULL, last_error = NULL
           WHERE id IN (SELECT value FROM json_each(?1))`,
        )
        .bind(JSON.stringify(ids), at.toISOString())
        .run();
    },
    async failed(id, error, nextAttemptAt) {
      await db
        .prepare('UPDATE letters SET last_error = ?2, next_attempt_at = ?3, lease_until = NULL WHERE id = ?1')
        .bind(id, error.slice(0, 500), nextAttemptAt.toISOString())
        .run();
    },
  };
}
