import type { SaleStatus, WaitReason } from '../../src/domain/seller-desk/booth-sale.ts';
import { addToAudit } from '../access/d1-sessions.ts';
import { lists } from '../http/d1-rows.ts';
import { OPEN_STOCK, rowOf } from '../ordering/d1-stock.ts';
import type { BoothSaleStore, NewBoothSale, RecordedSale } from './ports.ts';

/** Ids are the devices' own, so two sellers may have the same one; the ledger's causes may not. */
const CAUSE = "seller || ':' || id";

/** A question becomes one order or one sale: no edition, which the column refuses, where it has become one. */
const INSERT_SALE = `
INSERT INTO booth_sales (seller, id, sku, title, variant, qty, amount, occurred_at, recorded_at, destination, inquiry,
  recorded_by, status, waits_for, edition)
SELECT ?1 ->> 'seller', ?1 ->> 'id', ?1 ->> 'sku', ?1 ->> 'title', ?1 ->> 'variant', ?1 ->> 'qty', ?1 ->> 'amount',
  ?1 ->> 'occurred_at', ?1 ->> 'recorded_at', ?1 ->> 'destination', ?1 ->> 'inquiry', ?1 ->> 'recorded_by',
  IIF(json_array_length(?1, '$.waits_for') > 0, 'waiting', 'counted'), ?1 -> 'waits_for',
  CASE WHEN EXISTS (SELECT 1 FROM inquiries WHERE code = ?1 ->> 'inquiry' AND status = 'ordered')
    OR EXISTS (
      SELECT 1 FROM booth_sales WHERE inquiry = ?1 ->> 'inquiry' AND status IN ('counted', 'waiting'))
  THEN NULL ELSE ?1 ->> 'edition' END`;

/** What a sale is looked up by, in the one JSON parameter of each statement below. */
const THIS = "seller = ?1 ->> 'seller' AND id = ?1 ->> 'id'";
const WAITING = `${THIS} AND status = 'waiting'`;
const VOIDABLE = `${THIS} AND status IN ('counted', 'waiting') AND recorded_at > ?1 ->> 'since'`;

/** The sale's entry, once it counts. What was approved later was not known before. */
const enter = (status: SaleStatus) => `
INSERT INTO ledger (kind, seller, edition, channel, destination, amount, occurred_at, recorded_at, cause, inquiry, sku,
  pieces)
SELECT IIF(inquiry IS NULL, 'offline_sale', 'reported_sale'), seller, edition,
  IIF(inquiry IS NULL, 'booth', 'elsewhere'), destination, amount, occurred_at, ?1 ->> 'at', ${CAUSE}, inquiry, sku, qty
FROM booth_sales WHERE ${THIS} AND status = '${status}'`;

/** The entry of a sale that counted, taken back; what the operator has set right already is not taken back again. */
const TAKE_BACK = `
INSERT INTO corrections (id, edition, seller, channel, destination, sku, pieces, amount, reason, corrects, occurred_at,
  recorded_at)
SELECT 'void:' || ${CAUSE}, edition, seller, IIF(inquiry IS NULL, 'booth', 'elsewhere'), destination, sku, -qty, -rest,
  ?1 ->> 'reason', ${CAUSE}, occurred_at, ?1 ->> 'at'
FROM (
  SELECT *, amount + COALESCE((
    SELECT SUM(corrections.amount) FROM corrections
    WHERE corrections.corrects = booth_sales.seller || ':' || booth_sales.id), 0) AS rest
  FROM booth_sales WHERE ${VOIDABLE} AND status = 'counted')
WHERE rest <> 0`;

/** What comes back when the sale that `which` holds for is none any more: stock and question. */
const undo = (which: string) => [
  `UPDATE stock SET updated_at = ?1 ->> 'at', on_hand = on_hand + (SELECT stock_taken FROM booth_sales WHERE ${THIS})
   WHERE sku IN (SELECT ${rowOf('booth_sales.sku')} FROM booth_sales WHERE ${which} AND stock_taken > 0)`,
  `INSERT INTO stock_changes (sku, seller, cause, on_hand, made_at, made_by)
   SELECT sale.sku, seller, 'booth_back', on_hand, ?1 ->> 'at', ?1 ->> 'by'
   FROM (SELECT seller, sku FROM booth_sales WHERE ${which} AND stock_taken > 0) AS sale
   JOIN stock ON stock.sku = ${rowOf('sale.sku')}`,
  `UPDATE inquiries SET status_at = ?1 ->> 'at', status = CASE
       WHEN EXISTS (SELECT 1 FROM quotes WHERE inquiry_id = inquiries.id) THEN 'quoted'
       WHEN first_answer_at IS NOT NULL THEN 'answered' ELSE 'open' END
   WHERE status = 'ordered' AND code IN (SELECT inquiry FROM booth_sales WHERE ${which})`,
];

/** A line of the trail, if the sale is still what is decided on. */
const trail = (action: string, which: string) => `
INSERT INTO audit (at, actor, action, subject, detail)
SELECT ?1 ->> 'at', ?1 ->> 'by', '${action}', 'sku:' || sku, ?1 ->> 'detail' FROM booth_sales WHERE ${which}`;

const end = (status: SaleStatus, which: string) => `
UPDATE booth_sales SET status = '${status}', decided_at = ?1 ->> 'at', decision = ?1 ->> 'decision' WHERE ${which}`;

type Row = Omit<RecordedSale, 'waits_for'> & { waits_for: string | null };

const toSale = ({ waits_for, ...row }: Row): RecordedSale => ({
  ...(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Omit<
    Row,
    'waits_for'
  >),
  waits_for: waits_for ? (JSON.parse(waits_for) as WaitReason[]) : [],
});

/** Sales that the mall did not see, in D1. */
export function d1BoothSales(db: D1Database): BoothSaleStore {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);

  /** What was sold over the counter is gone from the stock; where less was left, nothing is left. */
  function stockStatements(sale: NewBoothSale, initial: number) {
    const { seller, id, sku, former, qty, recorded_at, recorded_by } = sale;
    return [
      run(OPEN_STOCK, JSON.stringify([{ sku, former, on_hand: initial }]), recorded_at),
      run(
        `UPDATE booth_sales SET stock_taken = MIN(qty, (SELECT on_hand FROM stock WHERE sku = ${rowOf('?3')}))
         WHERE seller = ?1 AND id = ?2`,
        seller,
        id,
        sku,
      ),
      run(
        `UPDATE stock SET on_hand = MAX(0, on_hand - ?2), updated_at = ?3 WHERE sku = ${rowOf('?1')}`,
        sku,
        qty,
        recorded_at,
      ),
      run(
        `INSERT INTO stock_changes (sku, seller, cause, on_hand, made_at, made_by)
         SELECT ?1, ?2, 'booth', on_hand, ?3, ?4 FROM stock WHERE sku = ${rowOf('?1')}`,
        sku,
        seller,
        recorded_at,
        recorded_by,
      ),
    ];
  }

  return {
    async recordSale(sale, audit) {
      const { seller, id, recorded_at, initial_stock } = sale;
      try {
        await db.batch([
          run(INSERT_SALE, JSON.stringify(sale)),
          run(enter('counted'), JSON.stringify({ seller, id, at: recorded_at })),
          ...(initial_stock === undefined ? [] : stockStatements(sale, initial_stock)),
          ...(sale.inquiry
            ? [
                run(
                  `UPDATE inquiries SET status = 'ordered', status_at = ?3
                   WHERE code = ?1 AND seller = ?2 AND status IN ('open', 'answered', 'quoted')`,
                  sale.inquiry,
                  seller,
                  recorded_at,
                ),
              ]
            : []),
          addToAudit(db, audit, recorded_at),
        ]);
        return 'recorded';
      } catch (error) {
        const message = String((error as Error).message);
        if (message.includes('booth_sales.edition')) return 'question_is_sold';
        if (message.includes('booth_sales.')) return 'known';
        throw error;
      }
    },

    async sale(seller, id) {
      const row = await run(
        'SELECT * FROM booth_sales WHERE seller = ?1 AND id = ?2',
        seller,
        id,
      ).first<Row>();
      return row ? toSale(row) : undefined;
    },
    async sales(sellers, limit) {
      const rows = await lists<Row>(
        db,
        sellers.map((seller) =>
          run(
            'SELECT * FROM booth_sales WHERE seller = ?1 ORDER BY occurred_at DESC LIMIT ?2',
            seller,
            limit,
          ),
        ),
      );
      return rows
        .sort((a, b) => (a.occurred_at < b.occurred_at ? 1 : -1))
        .slice(0, limit)
        .map(toSale);
    },
    async waitingSales(limit) {
      const { results } = await run(
        "SELECT * FROM booth_sales WHERE status = 'waiting' ORDER BY recorded_at LIMIT ?1",
        limit,
      ).all<Row>();
      return results.map(toSale);
    },

    async voidSale(seller, id, { since, at, ...how }) {
      const what = JSON.stringify({
        ...how,
        seller,
        id,
        at: at.toISOString(),
        since: since.toISOString(),
      });
      const steps = [TAKE_BACK, ...undo(VOIDABLE), trail('sale_void', VOIDABLE), end('voided', VOIDABLE)];
      const results = await db.batch(steps.map((sql) => run(sql, what)));
      return results.at(-1)!.meta.changes > 0;
    },

    async decideSale(seller, id, { approve, at, ...how }) {
      const what = JSON.stringify({ ...how, seller, id, at: at.toISOString() });
      const steps = approve
        ? [enter('waiting'), trail('sale_approve', WAITING), end('counted', WAITING)]
        : [...undo(WAITING), trail('sale_refuse', WAITING), end('refused', WAITING)];
      const results = await db.batch(steps.map((sql) => run(sql, what)));
      return results.at(-1)!.meta.changes > 0;
    },
  };
}
