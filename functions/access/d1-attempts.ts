import type { AttemptCounter } from './ports.ts';

/** Attempts in D1, so that all Workers count together. Keys arrive hashed. */
export function d1Attempts(db: D1Database): AttemptCounter {
  return {
    async count(key, { now, limit, windowSeconds }) {
      const at = now.toISOString();
      const until = new Date(now.getTime() + windowSeconds * 1000).toISOString();
      const count = await db
        .prepare(
          `INSERT INTO attempts (key, until, count) VALUES (?1, ?3, 1)
           ON CONFLICT (key) DO UPDATE SET
             count = CASE WHEN until <= ?2 THEN 1 ELSE count + 1 END,
             until = CASE WHEN until <= ?2 THEN ?3 ELSE until END
           RETURNING count`,
        )
        .bind(key, at, until)
        .first<number>('count');
      return (count ?? 0) <= limit;
    },
    async takeBack(key) {
      await db.prepare('UPDATE attempts SET count = count - 1 WHERE key = ?1 AND count > 0').bind(key).run();
    },
    async forget(now) {
      await db
        .prepare('DELETE FROM attempts WHERE key IN (SELECT key FROM attempts WHERE until <= ?1 LIMIT 1000)')
        .bind(now.toISOString())
        .run();
    },
  };
}
