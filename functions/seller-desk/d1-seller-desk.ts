import type { DeskOrder } from '../../src/domain/seller-desk/desk-order.ts';
import { lists } from '../http/d1-rows.ts';
import type { ExportRow, MonthFigures, NewBoothSale, RecordedSale, SellerDesk, StockLog } from './ports.ts';

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

const OPEN_STOCK = `
INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, ?2, ?3) ON CONFLICT (sku) DO NOTHING`;

const LOG_STOCK = `
INSERT INTO stock_changes (sku, seller, cause, on_hand, request, made_at, made_by)
SELECT ?1, ?2, ?3, on_hand, ?4, ?5, ?6 FROM stock WHERE sku = ?1`;

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
  const present = <T>(row: object): T =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

  return {
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

    async changeStock({ sku, seller, initial, change, request, by, at }) {
      const moment = at.toISOString();
      const [set, amount] = 'on_hand' in change ? ['?2', change.on_hand] : ['on_hand + ?2', change.add];
      try {
        const results = await db.batch<{ on_hand: number }>([
          run(OPEN_STOCK, sku, initial, moment),
          run(`UPDATE stock SET on_hand = ${set}, updated_at = ?3 WHERE sku = ?1`, sku, amount, moment),
          run(LOG_STOCK, sku, seller, 'on_hand' in change ? 'set' : 'add', request ?? null, moment, by),
          run('SELECT on_hand FROM stock WHERE sku = ?1', sku),
        ]);
        return results[3]!.results[0]!.on_hand;
      } catch (error) {
        const message = String((error as Error).message);
        if (message.includes('stock_changes.request'))
          return (
            (await run('SELECT on_hand FROM stock WHERE sku = ?1', sku).first<number>('on_hand')) ?? initial
          );
        if (message.includes('stock_on_hand')) return undefined;
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

    async recordSale(sale: NewBoothSale) {
      const { seller, id, sku, recorded_at } = sale;
      try {
        await db.batch([
          run(
            `INSERT INTO booth_sales (seller, id, sku, title, variant, edition, qty, amount, occurred_at, recorded_at,
               destination, inquiry, recorded_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)`,
            seller,
            id,
            sku,
            sale.title,
            sale.variant ?? null,
            sale.edition,
            sale.qty,
            sale.amount,
            sale.occurred_at,
            recorded_at,
            sale.destination ?? null,
            sale.inquiry ?? null,
            sale.recorded_by,
          ),
          run(
            `INSERT INTO ledger (kind, seller, edition, channel, destination, amount, occurred_at, recorded_at, cause,
               inquiry, sku, pieces)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)`,
            sale.kind,
            seller,
            sale.edition,
            sale.channel,
            sale.destination ?? null,
            sale.amount,
            sale.occurred_at,
            recorded_at,
            // Ids are the devices' own, so two sellers may have the same one.
            `${seller}:${id}`,
            sale.inquiry ?? null,
            sku,
            sale.qty,
          ),
          ...(sale.initial_stock === undefined ? [] : stockStatements(sale, sale.initial_stock)),
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
        ]);
        return true;
      } catch (error) {
        if (String((error as Error).message).includes('booth_sales.')) return false;
        throw error;
      }
    },

    async sale(seller, id) {
      const row = await run('SELECT * FROM booth_sales WHERE seller = ?1 AND id = ?2', seller, id).first();
      return row ? present<RecordedSale>(row) : undefined;
    },
    async sales(sellers, limit) {
      const rows = await lists<RecordedSale>(
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
        .map((row) => present<RecordedSale>(row));
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

  /** What was sold over the counter is gone from the stock; where less was left, nothing is left. */
  function stockStatements({ seller, sku, qty, recorded_at, recorded_by }: NewBoothSale, initial: number) {
    return [
      run(OPEN_STOCK, sku, initial, recorded_at),
      run(
        'UPDATE stock SET on_hand = MAX(0, on_hand - ?2), updated_at = ?3 WHERE sku = ?1',
        sku,
        qty,
        recorded_at,
      ),
      run(LOG_STOCK, sku, seller, 'booth', null, recorded_at, recorded_by),
    ];
  }
}
