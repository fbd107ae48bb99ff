import { randomBytes } from 'node:crypto';
import { wibDay, wibMinute } from '../../src/domain/time.ts';
import type { Visit, VisitStore, VisitSum } from './ports.ts';

/** Views that wait to be written; beyond it they are not counted. */
const MOST_WAITING = 1_000;
/** A write that takes longer was cut off with its request. */
const LONGEST_WRITE_MS = 10_000;

interface Row {
  kind: string;
  value: string;
  hash: string;
  day: string;
  minute: string;
}

/** Views, and the visitors among them that this day has not seen yet, added at one level. */
const add = (level: string, span: string, only = '') => `
INSERT INTO visit_sums (kind, level, span, value, views, visitors)
SELECT kind, '${level}', ${span}, value, COUNT(*), SUM(first) FROM (
  SELECT view ->> 'kind' AS kind, view ->> 'value' AS value, view ->> 'day' AS day, view ->> 'minute' AS minute,
    view ->> 'at' = MIN(view ->> 'at') OVER (
      PARTITION BY view ->> 'day', view ->> 'kind', view ->> 'value', view ->> 'hash')
    AND NOT EXISTS (
      SELECT 1 FROM visits_seen AS seen
      WHERE seen.day = view ->> 'day' AND seen.kind = view ->> 'kind' AND seen.value = view ->> 'value'
        AND seen.hash = view ->> 'hash') AS first
  FROM (SELECT json_set(value, '$.at', key) AS view FROM json_each(?1)))
WHERE true ${only}
GROUP BY kind, ${span}, value
ON CONFLICT (kind, level, span, value) DO UPDATE SET
  views = views + excluded.views, visitors = visitors + excluded.visitors`;

const REMEMBER = `
INSERT OR IGNORE INTO visits_seen (day, kind, value, hash)
SELECT value ->> 'day', value ->> 'kind', value ->> 'value', value ->> 'hash' FROM json_each(?1)`;

/**
 * Visits in D1, by minute, day and month. While one write is on its way, what comes is gathered and written
 * next, so that a busy minute costs few statements.
 */
export function d1Visits(db: D1Database): VisitStore {
  let waiting: Row[] = [];
  /** Since when a write is on its way; 0 when none is. */
  let writingSince = 0;
  let known: { day: string; key: string } | undefined;

  async function write(): Promise<void> {
    writingSince = Date.now();
    try {
      while (waiting.length) {
        const rows = JSON.stringify(waiting);
        waiting = [];
        await db.batch(
          [
            add('minute', 'minute', "AND kind = 'all'"),
            add('day', 'day'),
            add('month', 'substr(day, 1, 7)'),
            REMEMBER,
          ].map((sql) => db.prepare(sql).bind(rows)),
        );
      }
    } finally {
      writingSince = 0;
    }
  }

  return {
    async key(day) {
      if (known?.day === day) return known.key;
      const made = randomBytes(32).toString('hex');
      const [, rows] = await db.batch<{ key: string }>([
        db.prepare('INSERT OR IGNORE INTO visit_keys (day, key) VALUES (?1, ?2)').bind(day, made),
        db.prepare('SELECT key FROM visit_keys WHERE day = ?1').bind(day),
      ]);
      known = { day, key: rows!.results[0]!.key };
      return known.key;
    },

    async record({ at, hash, values }: Visit) {
      if (waiting.length >= MOST_WAITING) return;
      const moment = { hash, day: wibDay(at), minute: wibMinute(at) };
      waiting.push({ kind: 'all', value: '', ...moment });
      waiting.push(...values.map((value) => ({ ...value, ...moment })));
      if (Date.now() - writingSince > LONGEST_WRITE_MS) await write();
    },

    async visitorsBy(moment) {
      const day = wibDay(moment);
      return (await db
        .prepare(
          `SELECT COALESCE(SUM(visitors), 0) AS visitors FROM (
             SELECT visitors FROM visit_sums WHERE kind = 'all' AND level = 'month' AND span < ?1
             UNION ALL SELECT visitors FROM visit_sums
             WHERE kind = 'all' AND level = 'day' AND span > ?1 AND span < ?2
             UNION ALL SELECT visitors FROM visit_sums
             WHERE kind = 'all' AND level = 'minute' AND span > ?2 AND span <= ?3)`,
        )
        .bind(day.slice(0, 7), day, wibMinute(moment))
        .first<number>('visitors'))!;
    },

    async days(from, to) {
      const { results } = await db
        .prepare(
          `SELECT span AS day, views, visitors FROM visit_sums
           WHERE kind = 'all' AND level = 'day' AND span >= ?1 AND span <= ?2 ORDER BY span`,
        )
        .bind(from, to)
        .all<{ day: string; views: number; visitors: number }>();
      return results;
    },

    async top(kind, month, limit) {
      const { results } = await db
        .prepare(
          `SELECT value, views, visitors FROM visit_sums WHERE kind = ?1 AND level = 'month' AND span = ?2
           ORDER BY visitors DESC, views DESC, value LIMIT ?3`,
        )
        .bind(kind, month, limit)
        .all<VisitSum>();
      return results;
    },

    async months(kind, values, months) {
      const { results } = await db
        .prepare(
          `SELECT sums.span AS month, sums.value, sums.views, sums.visitors
           FROM json_each(?2) AS wanted CROSS JOIN json_each(?3) AS month CROSS JOIN visit_sums AS sums
           WHERE sums.kind = ?1 AND sums.level = 'month' AND sums.span = month.value AND sums.value = wanted.value`,
        )
        .bind(kind, JSON.stringify(values), JSON.stringify(months))
        .all<VisitSum & { month: string }>();
      return results;
    },

    async forget(today) {
      if (known && known.day < today) known = undefined;
      const done = await db.batch([
        db.prepare('DELETE FROM visit_keys WHERE day < ?1').bind(today),
        db.prepare('DELETE FROM visits_seen WHERE day < ?1').bind(today),
      ]);
      return done.reduce((rows, { meta }) => rows + meta.changes, 0);
    },
  };
}
