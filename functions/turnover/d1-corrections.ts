import { addToAudit } from '../access/d1-sessions.ts';
import type { BookEntry, Correction, CorrectionStore } from './ports.ts';

const COLUMNS = 'id, edition, seller, channel, amount, reason, corrects, occurred_at, recorded_at';

/**
 * A booth sale's cause is `<seller>:<id of the device>`: who corrects one may know the id alone. What an entry has
 * left is the entry less its refunds, with every correction so far.
 */
const ENTRY = `
SELECT cause, kind, seller, channel, destination, sku, occurred_at,
  (SELECT SUM(amount) FROM ledger AS all_of_it WHERE all_of_it.cause = entry.cause AND all_of_it.edition = entry.edition)
    + COALESCE((SELECT SUM(amount) FROM corrections WHERE corrects = entry.cause AND edition = entry.edition), 0) AS left
FROM ledger AS entry
WHERE edition = ?2 AND kind <> 'refund' AND cause IN (
  SELECT ?1 UNION SELECT seller || ':' || id FROM booth_sales WHERE id = ?1 AND (?3 IS NULL OR seller = ?3))
ORDER BY cause = ?1 DESC, id LIMIT 1`;

const INSERT = `
INSERT INTO corrections (id, edition, seller, channel, destination, sku, amount, reason, corrects, occurred_at,
  recorded_at)
SELECT value ->> 'id', value ->> 'edition', value ->> 'seller', value ->> 'channel', value ->> 'destination',
  value ->> 'sku', value ->> 'amount', value ->> 'reason', value ->> 'corrects', value ->> 'occurred_at',
  value ->> 'recorded_at'
FROM (SELECT ?1 AS value)`;

/** Corrections of the ledger in D1; the database adds them to the sums, see `0140_corrections.sql`. */
export function d1Corrections(db: D1Database): CorrectionStore {
  return {
    async bookEntry(cause, edition, seller) {
      const row = await db
        .prepare(ENTRY)
        .bind(cause, edition, seller ?? null)
        .first<BookEntry>();
      return row ?? undefined;
    },
    async correct(correction, audit) {
      try {
        await db.batch([
          db.prepare(INSERT).bind(JSON.stringify(correction)),
          addToAudit(db, audit, correction.recorded_at),
        ]);
        return true;
      } catch (error) {
        if (String((error as Error).message).includes('corrections.id')) return false;
        throw error;
      }
    },
    async correction(id) {
      const row = await db
        .prepare(`SELECT ${COLUMNS} FROM corrections WHERE id = ?1`)
        .bind(id)
        .first<Correction>();
      return row ?? undefined;
    },
    async corrections(limit) {
      const { results } = await db
        .prepare(`SELECT ${COLUMNS} FROM corrections ORDER BY number DESC LIMIT ?1`)
        .bind(limit)
        .all<Correction>();
      return results;
    },
  };
}
