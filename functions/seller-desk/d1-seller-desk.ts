import type { DeskOrder } from '../../src/domain/seller-desk/desk-order.ts';
import { constraintOf, lists } from '../http/d1-rows.ts';
import { OPEN_STOCK, rowOf } from '../ordering/d1-stock.ts';
import { d1BoothSales } from './d1-booth-sales.ts';
import type { ExportRow, MonthFigures, SellerDesk, StockLog } from './ports.ts';

const AMONG = 'IN (SELECT value FROM json_each(?1))';

const ORDER_COLUMNS = `s.code, s.seller, s.seller_name, s.status, s.status_at, s.total,
  COALESCE(s.later_payment_method, s.payment_method) AS payment_method, s.expires_at,
  s.claimed_at, s.ship_by, s.completes_at, s.cancel_requested_at, o.buyer_name, o.created_at,
  EXISTS (SELECT 1 FROM complaints c WHERE c.seller_order = s.code AND c.closed_at IS NULL) AS complaint,
  EXISTS (SELECT 1 FROM gateway_payments g WHERE g.seller_order = s.code AND g.surplus > 0) AS owed`;

/**
 * What waits for a seller, by indexes: what is to be quoted, packed, sent or paid back; claims; open complaints;
 * cash that should have come in.
 */
const TODO = `
SELECT ${ORDER_COLUMNS} FROM seller_orders s JOIN orders o ON o.id = s.order_id
WHERE s.code IN (
  SELECT code FROM seller_orders WHERE seller ${AMONG}
    AND status IN ('awaiting_shipping', 'paid', 'processing', 'returned')
    AND NOT (status = 'returned' AND payment_method = 'cod')
  UNION SELECT code FROM seller_orders WHERE claimed_at IS NOT NULL AND seller ${AMONG}
    AND status IN ('awaiting_payment', 'expired', 'cancelled')
  UNION SELECT code FROM seller_orders WHERE seller ${AMONG}
    AND status = 'shipped' AND payment_method = 'cod' AND completes_at <= ?2
  UNION SELECT c.seller_order FROM complaints c JOIN seller_orders s ON s.code = c.seller_order
    WHERE c.closed_at IS NULL AND s.seller ${AMONG}
  UNION SELECT g.seller_order FROM gateway_payments g JOIN seller_orders s ON s.code = g.seller_order
    WHERE g.surplus > 0 AND s.seller ${AMONG})
ORDER BY complaint DESC, s.status_at LIMIT ?3`;

const READ = `SELECT on_hand FROM stock WHERE sku = ${rowOf('?1')}`;

const LOG_STOCK = `
INSERT INTO stock_changes (sku, seller, cause, on_hand, request, made_at, made_by)
SELECT ?1, ?2, ?3, on_hand, ?4, ?5, ?6 FROM stock WHERE sku = ${rowOf('?1')}`;

/**
 * Month by month and shop by shop, so that what is read does not grow with the other shops. The product of a SKU,
 * `<seller>/<product>`, is what the sums are kept by.
 */
const BEST = `
SELECT sums.value AS product, SUM(pieces) AS pieces, SUM(amount) AS amount
FROM json_each(?1) AS shop CROSS JOIN json_each(?2) AS month CROSS JOIN turnover_sums AS sums
WHERE sums.dimension = 'product' AND sums.level = 'month' AND sums.span = month.value
  AND sums.value >= shop.value || '/' AND sums.value < shop.value || '0'
GROUP BY 1 ORDER BY amount DESC, 1 LIMIT ?3`;

const MONTHS = `
SELECT month, SUM(amount) AS amount, SUM(orders) AS orders, SUM(inquiries) AS inquiries FROM (
  SELECT month.value AS month, sums.amount, 0 AS orders, 0 AS inquiries
  FROM json_each(?1) AS shop CROSS JOIN json_each(?2) AS month CROSS JOIN turnover_sums AS sums
  WHERE sums.dimension = 'seller' AND sums.level = 'month' AND sums.span = month.value AND sums.value = shop.value
  UNION ALL SELECT counts.month, 0, counts.orders, counts.inquiries
  FROM json_each(?1) AS shop CROSS JOIN json_each(?2) AS month CROSS JOIN seller_months AS counts
  WHERE counts.seller = shop.value AND counts.month = month.value)
GROUP BY month ORDER BY month DESC`;

/** After every moment that is stored, so that a list begins at its end. */
const LAST = '9999';

/** The seller's desk in D1. */
export function d1SellerDesk(db: D1Database): SellerDesk {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);

  return {
    ...d1BoothSales(db),

    async todo(sellers, now, limit) {
      const { results } = await run(TODO, JSON.stringify(sellers), now.toISOString(), limit).all<DeskOrder>();
      return results;
    },

    async orders(sellers, { statuses, before, limit }) {
      const rows = await lists<DeskOrder>(
        db,
        sellers.flatMap((seller) =>
          (statuses ?? [null]).map((status) =>
            run(
              `SELECT ${ORDER_COLUMNS} FROM seller_orders s JOIN orders o ON o.id = s.order_id
               WHERE s.seller = ?1 ${status === null ? '' : 'AND s.status = ?5'}
                 AND (s.status_at, s.code) < (?2, ?3)
               ORDER BY s.status_at DESC, s.code DESC LIMIT ?4`,
              ...[seller, before?.status_at ?? LAST, before?.code ?? '', limit],
              ...(status === null ? [] : [status]),
            ),
          ),
        ),
      );
      return rows.sort((a, b) => (a.status_at + a.code < b.status_at + b.code ? 1 : -1)).slice(0, limit);
    },

    async exportPage(seller, after, orders) {
      const { results } = await run(
        `SELECT page.code, page.status_at, o.created_at, page.status, o.buyer_name, o.buyer_phone, o.ship_address,
           o.ship_region, o.ship_country, l.sku, l.title, l.variant, l.qty, l.unit_price, l.line_total, page.shipping,
           page.unique_code, page.total,
           COALESCE(page.later_payment_method, page.payment_method) AS payment_method, page.courier, page.tracking
         FROM (
           SELECT * FROM seller_orders WHERE seller = ?1 AND (status_at, code) < (?2, ?3)
           ORDER BY status_at DESC, code DESC LIMIT ?4) AS page
         JOIN orders o ON o.id = page.order_id JOIN order_lines l ON l.seller_order = page.code
         ORDER BY page.status_at DESC, page.code DESC, l.position`,
        seller,
        after?.status_at ?? LAST,
        after?.code ?? '',
        orders,
      ).all<ExportRow>();
      return results;
    },

    async changeStock({ sku, former, seller, initial, change, most, request, by, at }) {
      const moment = at.toISOString();
      const [cause, amount] = 'on_hand' in change ? ['set', change.on_hand] : ['add', change.add];
      const after = cause === 'set' ? '?2' : 'on_hand + ?2';
      try {
        const results = await db.batch<{ on_hand: number }>([
          run(OPEN_STOCK, JSON.stringify([{ sku, former, on_hand: initial }]), moment),
          // More than may lie there is no number, which the column refuses.
          run(
            `UPDATE stock SET on_hand = IIF(${after} <= ?4, ${after}, NULL), updated_at = ?3 WHERE sku = ${rowOf('?1')}`,
            sku,
            amount,
            moment,
            most,
          ),
          run(LOG_STOCK, sku, seller, cause, request ?? null, moment, by),
          run(READ, sku),
          run(
            `INSERT INTO audit (at, actor, action, subject, detail)
             SELECT ?1, ?2, ?3, 'sku:' || ?4, on_hand FROM stock WHERE sku = ${rowOf('?4')}`,
            moment,
            by,
            `stock_${cause}`,
            sku,
          ),
        ]);
        return { on_hand: results[3]!.results[0]!.on_hand };
      } catch (error) {
        const constraint = constraintOf(error);
        if (constraint === 'stock_changes.request') {
          const before = await run(
            'SELECT sku, cause, on_hand FROM stock_changes WHERE request = ?1',
            request,
          ).first<{ sku: string; cause: string; on_hand: number }>();
          const isSame =
            before?.sku === sku && before.cause === cause && (cause === 'add' || before.on_hand === amount);
          if (!isSame) return 'request_reused';
          const on_hand = await run(READ, sku).first<number>('on_hand');
          return { on_hand: on_hand ?? initial };
        }
        if (constraint === 'stock_on_hand' || constraint === 'stock.on_hand') return 'out_of_range';
        throw error;
      }
    },

    async stockLog(sellers, limit) {
      const rows = await lists<StockLog & { id: number }>(
        db,
        sellers.map((seller) =>
          run(
            `SELECT id, sku, cause, on_hand, made_at, made_by FROM stock_changes WHERE seller = ?1
             ORDER BY id DESC LIMIT ?2`,
            seller,
            limit,
          ),
        ),
      );
      return rows
        .sort((a, b) => b.id - a.id)
        .slice(0, limit)
        .map(({ id: _, ...row }) => row);
    },

    async months(sellers, months) {
      const { results } = await run(
        MONTHS,
        JSON.stringify(sellers),
        JSON.stringify(months),
      ).all<MonthFigures>();
      return results;
    },
    async best(sellers, months, limit) {
      const { results } = await run(BEST, JSON.stringify(sellers), JSON.stringify(months), limit).all<{
        product: string;
        pieces: number;
        amount: number;
      }>();
      return results;
    },
  };
}
