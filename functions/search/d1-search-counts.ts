import { daysBefore } from '../../src/domain/time.ts';
import type { SearchCount, SearchCounts } from './ports.ts';

/** A query is kept beyond these days only if it was asked for so often in all the days that are kept. */
const RARE_DAYS = 7;
const RARE_BELOW = 3;
/** Days after which a count is dropped altogether. */
const KEPT_DAYS = 400;
/** Different queries that wait to be written; beyond it they are not counted. */
const MOST_WAITING = 500;
/** A write that takes longer was cut off with its request. */
const LONGEST_WRITE_MS = 10_000;

interface Waiting {
  day: string;
  query: string;
  searches: number;
  unfound: number;
}

/**
 * Counts of searches in D1. While one write is on its way, what comes is added up and written next, so that
 * a busy minute costs few statements.
 */
export function d1SearchCounts(db: D1Database): SearchCounts {
  let waiting = new Map<string, Waiting>();
  /** Since when a write is on its way; 0 when none is. */
  let writingSince = 0;

  async function write(): Promise<void> {
    writingSince = Date.now();
    try {
      while (waiting.size) {
        const rows = [...waiting.values()];
        waiting = new Map();
        await db
          .prepare(
            `INSERT INTO searches (day, query, searches, found_none)
             SELECT value ->> 'day', value ->> 'query', value ->> 'searches', value ->> 'unfound' FROM json_each(?1) WHERE true
             ON CONFLICT (day, query) DO UPDATE SET
               searches = searches + excluded.searches, found_none = found_none + excluded.found_none`,
          )
          .bind(JSON.stringify(rows))
          .run();
      }
    } finally {
      writingSince = 0;
    }
  }

  return {
    async record({ day, query, found }) {
      const key = `${day}\n${query}`;
      const row = waiting.get(key) ?? { day, query, searches: 0, unfound: 0 };
      if (!waiting.has(key) && waiting.size >= MOST_WAITING) return;
      row.searches++;
      if (!found) row.unfound++;
      waiting.set(key, row);
      if (Date.now() - writingSince > LONGEST_WRITE_MS) await write();
    },

    async tidy(today) {
      const [old, rare] = await db.batch([
        db.prepare('DELETE FROM searches WHERE day < ?1').bind(daysBefore(today, KEPT_DAYS)),
        db
          .prepare(
            `DELETE FROM searches WHERE day < ?1 AND query IN (
               SELECT query FROM searches GROUP BY query HAVING sum(searches) < ?2)`,
          )
          .bind(daysBefore(today, RARE_DAYS), RARE_BELOW),
      ]);
      return (old?.meta.changes ?? 0) + (rare?.meta.changes ?? 0);
    },

    async top({ from, to, nothingFound, limit }) {
      const { results } = await db
        .prepare(
          `SELECT query, sum(searches) AS searches, sum(found_none) AS unfound FROM searches
           WHERE day BETWEEN ?1 AND ?2 GROUP BY query HAVING ?3 = 0 OR sum(found_none) > 0
           ORDER BY CASE WHEN ?3 THEN sum(found_none) ELSE sum(searches) END DESC, query LIMIT ?4`,
        )
        .bind(from, to, nothingFound ? 1 : 0, limit)
        .all<SearchCount>();
      return results;
    },
  };
}
