import { startOfWibDay, wibDay, wibMinute } from '../../src/domain/time.ts';
import { d1Corrections } from './d1-corrections.ts';
import { DIMENSIONS, type Dimension, type LedgerRow, type TurnoverStore, type TurnoverSum } from './ports.ts';

/**
 * Whole years, then whole months, then whole days, then the entries of the moment's own day: so what is read
 * does not grow with the ledger. Where nothing happened after the moment, as now, the years alone are everything.
 * A span's name is a day in WIB and an entry's moment is UTC: the first seven hours of a year lie in the year before
 * by UTC, so the two are never compared.
 * What was told after `known_at` is taken off again; such entries have an index.
 */
const YEARS_END = `(
  SELECT CASE
    WHEN ?7 IS NULL AND NOT EXISTS (SELECT 1 FROM ledger WHERE occurred_at > ?6)
      AND NOT EXISTS (SELECT 1 FROM corrections WHERE occurred_at > ?6) THEN '9999'
    ELSE ?2 END)`;
const SUMS_AS_OF = `
SELECT value, channel, SUM(amount) AS amount, SUM(pieces) AS pieces FROM (
  SELECT value, channel, amount, pieces FROM turnover_sums
  WHERE dimension = ?1 AND level = 'year' AND span < ${YEARS_END}
  UNION ALL SELECT value, channel, amount, pieces FROM turnover_sums
  WHERE dimension = ?1 AND level = 'month' AND span > ${YEARS_END} AND span < ?3
  UNION ALL SELECT value, channel, amount, pieces FROM turnover_sums
  WHERE dimension = ?1 AND level = 'day' AND span > MAX(${YEARS_END}, ?3) AND span < ?4
  UNION ALL SELECT value, channel, amount, pieces FROM ledger_parts
  WHERE dimension = ?1 AND occurred_at >= IIF(${YEARS_END} = '9999', '9999', ?5) AND occurred_at <= ?6
  UNION ALL SELECT value, channel, -amount, -pieces FROM ledger_parts
  WHERE dimension = ?1 AND recorded_at > ?7 AND recorded_at > occurred_at AND occurred_at <= ?6)
GROUP BY value, channel HAVING SUM(amount) <> 0 OR SUM(pieces) <> 0
ORDER BY amount DESC, value, channel`;

/** The recorded history alone: few entries, long ago. */
const HISTORY_AS_OF = `
SELECT value, channel, SUM(amount) AS amount, SUM(pieces) AS pieces FROM ledger_parts
WHERE dimension = ?1 AND channel = 'history' AND occurred_at <= ?2
GROUP BY value, channel ORDER BY amount DESC, value`;

const HISTORY_DAYS = `
SELECT date(occurred_at, '+7 hours') AS day, SUM(amount) AS amount FROM ledger_parts
WHERE dimension = 'edition' AND channel = 'history' AND occurred_at >= ?1 AND occurred_at <= ?2
GROUP BY day ORDER BY day`;

const DAYS_AS_OF = `
SELECT day, SUM(amount) AS amount FROM (
  SELECT span AS day, amount FROM turnover_sums
  WHERE dimension = 'edition' AND level = 'day' AND span >= ?1 AND span < ?2
  UNION ALL SELECT ?2, amount FROM ledger_parts
  WHERE dimension = 'edition' AND occurred_at >= ?3 AND occurred_at <= ?4
  UNION ALL SELECT date(occurred_at, '+7 hours'), -amount FROM ledger_parts
  WHERE dimension = 'edition' AND recorded_at > ?5 AND recorded_at > occurred_at AND occurred_at >= ?6 AND occurred_at <= ?4)
GROUP BY day HAVING SUM(amount) <> 0 ORDER BY day`;

/** Everything that follows from the entries, with the question that makes it anew. */
const SUMS = [
  {
    table: 'turnover_sums',
    columns: 'dimension, level, span, value, channel, amount, pieces, entries',
    anew: `
SELECT dimension, level, substr(date(occurred_at, '+7 hours'), 1, length) AS span, value, channel,
  SUM(amount) AS amount, SUM(pieces) AS pieces, COUNT(*) AS entries
FROM ledger_parts CROSS JOIN turnover_levels GROUP BY 1, 2, 3, 4, 5`,
  },
  {
    table: 'inquiry_sums',
    columns: 'level, span, inquiries',
    anew: `
SELECT 'day' AS level, date(created_at, '+7 hours') AS span, COUNT(*) AS inquiries FROM inquiries GROUP BY 2
UNION ALL SELECT 'minute', strftime('%Y-%m-%dT%H:%M', created_at, '+7 hours'), COUNT(*) FROM inquiries GROUP BY 2`,
  },
  {
    table: 'seller_months',
    columns: 'seller, month, orders, inquiries',
    anew: `
SELECT seller, month, SUM(orders) AS orders, SUM(inquiries) AS inquiries FROM (
  SELECT s.seller, substr(date(o.created_at, '+7 hours'), 1, 7) AS month, 1 AS orders, 0 AS inquiries
  FROM seller_orders s JOIN orders o ON o.id = s.order_id
  UNION ALL SELECT seller, substr(date(created_at, '+7 hours'), 1, 7), 0, 1 FROM inquiries WHERE status <> 'spam')
GROUP BY 1, 2`,
  },
];

/** An edition that has a history already is left alone: it is entered once, whatever becomes of its words. */
const ENTER_HISTORY = `
INSERT INTO ledger (kind, edition, channel, amount, occurred_at, recorded_at, cause)
SELECT 'opening_balance', value ->> 'edition', 'history', value ->> 'amount', value ->> 'occurred_at',
  value ->> 'occurred_at', value ->> 'source'
FROM json_each(?1)
WHERE NOT EXISTS (
  SELECT 1 FROM ledger WHERE kind = 'opening_balance' AND edition = value ->> 'edition')`;

const KEEP_SIZE = `
INSERT OR IGNORE INTO mall_sizes (at, sellers, products)
SELECT ?1, ?2, ?3
WHERE NOT EXISTS (
  SELECT 1 FROM (SELECT sellers, products FROM mall_sizes ORDER BY at DESC LIMIT 1)
  WHERE sellers = ?2 AND products = ?3)`;

/** The ledger's sums in D1. The database itself adds every entry to them, see `0010_turnover.sql`. */
export function d1Turnover(db: D1Database): TurnoverStore {
  return {
    ...d1Corrections(db),

    async sums(dimensions, { as_of, known_at, history_only }) {
      // Nothing is known of before it happened, so a moment after `known_at` tells what `known_at` does.
      const moment = known_at && known_at < as_of ? known_at : as_of;
      const day = wibDay(moment);
      const rest = history_only
        ? [moment.toISOString()]
        : [
            day.slice(0, 4),
            day.slice(0, 7),
            day,
            startOfWibDay(day).toISOString(),
            moment.toISOString(),
            known_at?.toISOString() ?? null,
          ];
      const statement = db.prepare(history_only ? HISTORY_AS_OF : SUMS_AS_OF);
      const results = await db.batch<TurnoverSum>(
        dimensions.map((dimension) => statement.bind(dimension, ...rest)),
      );
      const sums = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, [] as TurnoverSum[]]));
      dimensions.forEach((dimension, index) => {
        sums[dimension] = results[index]!.results;
      });
      return sums as Record<Dimension, TurnoverSum[]>;
    },

    async days(from, { as_of, known_at, history_only }) {
      const moment = known_at && known_at < as_of ? known_at : as_of;
      const day = wibDay(moment);
      if (history_only) {
        const { results } = await db
          .prepare(HISTORY_DAYS)
          .bind(startOfWibDay(from).toISOString(), moment.toISOString())
          .all<{ day: string; amount: number }>();
        return results;
      }
      const { results } = await db
        .prepare(DAYS_AS_OF)
        .bind(
          from,
          day,
          startOfWibDay(day).toISOString(),
          moment.toISOString(),
          known_at?.toISOString() ?? null,
          startOfWibDay(from).toISOString(),
        )
        .all<{ day: string; amount: number }>();
      return results;
    },

    async entries(from, to, limit) {
      const { results } = await db
        .prepare(
          `SELECT occurred_at, recorded_at, kind, channel, edition, seller, destination, amount, cause FROM ledger
           WHERE occurred_at >= ?1 AND occurred_at <= ?2
           UNION ALL SELECT occurred_at, recorded_at, 'correction', channel, edition, seller, destination, amount,
             COALESCE(corrects || ': ', '') || reason FROM corrections
           WHERE occurred_at >= ?1 AND occurred_at <= ?2
           ORDER BY 1, 2, 9 LIMIT ?3`,
        )
        .bind(from.toISOString(), to.toISOString(), limit)
        .all<LedgerRow>();
      return results;
    },

    async enterHistory(balances) {
      if (balances.length) await db.prepare(ENTER_HISTORY).bind(JSON.stringify(balances)).run();
    },

    async keepSize({ at, sellers, products }) {
      await db.prepare(KEEP_SIZE).bind(at, sellers, products).run();
    },

    async openedAt() {
      const at = await db.prepare('SELECT MIN(at) AS at FROM mall_sizes').first<string>('at');
      return at ? new Date(at) : undefined;
    },

    async sizeAt(moment) {
      const row = await db
        .prepare('SELECT at, sellers, products FROM mall_sizes WHERE at <= ?1 ORDER BY at DESC LIMIT 1')
        .bind(moment.toISOString())
        .first<{ at: string; sellers: number; products: number }>();
      return row ?? undefined;
    },

    async inquiriesBy(moment) {
      const day = wibDay(moment);
      return (await db
        .prepare(
          `SELECT COALESCE(SUM(inquiries), 0) AS inquiries FROM (
             SELECT inquiries FROM inquiry_sums WHERE level = 'day' AND span < ?1
             UNION ALL SELECT inquiries FROM inquiry_sums WHERE level = 'minute' AND span > ?1 AND span <= ?2)`,
        )
        .bind(day, wibMinute(moment))
        .first<number>('inquiries'))!;
    },

    async drift() {
      const results = await db.batch<{ rows: number }>(
        SUMS.map(({ table, columns, anew }) =>
          db.prepare(
            `WITH anew AS (${anew}), kept AS (SELECT ${columns} FROM ${table})
             SELECT (SELECT COUNT(*) FROM (SELECT * FROM anew EXCEPT SELECT * FROM kept))
               + (SELECT COUNT(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM anew)) AS rows`,
          ),
        ),
      );
      return results.reduce((sum, { results: [row] }) => sum + row!.rows, 0);
    },

    async rebuild() {
      await db.batch(
        SUMS.flatMap(({ table, columns, anew }) => [
          db.prepare(`DELETE FROM ${table}`),
          db.prepare(`INSERT INTO ${table} (${columns}) ${anew}`),
        ]),
      );
    },
  };
}
