import type { Locale } from '../../src/domain/locale.ts';
import type { Order, OrderLine, SellerOrder } from '../../src/domain/ordering/order.ts';
import type { Held } from '../../src/domain/ordering/stranger-limits.ts';
import { DAY_MS } from '../../src/domain/time.ts';
import { constraintOf, present } from '../http/d1-rows.ts';
import { OPEN_STOCK, READ_STOCK, TAKE_STOCK } from './d1-stock.ts';
import { asked, mayMail, NOTE_CLIENT, verdict } from './d1-stranger-limits.ts';
import { firstFreeCode } from './d1-unique-code.ts';
import type { NewOrder, OrderStore, PlaceResult } from './ports.ts';

/**
 * The statements that place an order, in the order in which they must fail: a used key before a limit, a
 * limit before the stock, the stock before an amount. Lists go in as one JSON parameter each, so the number
 * of statements and of written rows does not depend on the catalogue.
 */
const INSERT_ORDER = `
INSERT INTO orders (code, token, idempotency_key, body_hash, locale, created_at, catalog_version,
  buyer_name, buyer_phone, buyer_email, recipient_name, recipient_phone,
  ship_country, ship_region, ship_district, ship_village, ship_city, ship_address, ship_postal_code,
  note, consent_text, consent_at)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22
WHERE ${verdict('?23')} IS NULL`;

/**
 * Materialised, since the code is needed three times. Where none is free the bare amount is asked for and kept apart
 * from nobody's: a transfer is never refused, it is matched by the order's code then.
 */
const INSERT_SELLER_ORDERS = `
WITH given AS MATERIALIZED (
  SELECT value ->> 'code' AS code, key AS position, value ->> 'seller' AS seller,
    value ->> 'seller_name' AS seller_name, value ->> 'placed_status' AS status,
    value ->> 'placed_expires_at' AS expires_at, value ->> 'subtotal' AS subtotal, value ->> 'shipping' AS shipping,
    value ->> 'shipping_service' AS shipping_service, value ->> 'shipping_name' AS shipping_name,
    value -> 'shipping_days' AS shipping_days, value ->> 'weight_grams' AS weight_grams,
    value ->> 'payment_method' AS payment_method, value -> 'payment_details' AS payment_details,
    value ->> 'lead_days' AS lead_days, value ->> 'note' AS note, value ->> 'ship_by' AS ship_by, value ->> 'clock_at' AS clock_at,
    value ->> 'due' AS due, value ->> '$.hold.from' AS first, value ->> '$.hold.start' AS start,
    value ->> '$.hold.span' AS span
  FROM json_each(?1)),
coded AS MATERIALIZED (
  SELECT given.*, CASE WHEN span IS NOT NULL THEN ${firstFreeCode({
    seller: 'given.seller',
    due: 'due',
    from: 'first',
    start: 'start',
    span: 'span',
  })} END AS free_code
  FROM given)
INSERT INTO seller_orders (code, order_id, position, seller, seller_name, status, status_at, placed_status,
  placed_expires_at, expires_at, subtotal, shipping, shipping_service, shipping_name, shipping_days,
  weight_grams, lead_days, payment_method, payment_details, note, unique_code, total, amount_held, ship_by, clock_at)
SELECT code, (SELECT id FROM orders WHERE code = ?2), position, seller, seller_name, status, ?3, status,
  expires_at, expires_at, subtotal, shipping, shipping_service, shipping_name, shipping_days,
  weight_grams, lead_days, payment_method, payment_details, note,
  COALESCE(free_code, 0), due - COALESCE(free_code, 0), due - free_code, ship_by, clock_at
FROM coded
RETURNING code, unique_code, total`;

const INSERT_LINES = `
INSERT INTO order_lines (seller_order, position, sku, title, variant, qty, unit_price, line_total, weight_grams,
  edition, takes_stock)
SELECT seller_order.value ->> 'code', line.key, line.value ->> 'sku', line.value ->> 'title',
  line.value ->> 'variant', line.value ->> 'qty', line.value ->> 'unit_price', line.value ->> 'line_total',
  line.value ->> 'weight_grams', line.value ->> 'edition', line.value ->> 'takes_stock'
FROM json_each(?1) AS seller_order, json_each(seller_order.value, '$.lines') AS line`;

const INSERT_TRANSITIONS = `
INSERT INTO transitions (seller_order, from_status, to_status, actor, at)
SELECT value ->> 'code', NULL, value ->> 'placed_status', 'buyer', ?2 FROM json_each(?1)`;

const INSERT_MAILS = `
INSERT INTO outbox (kind, order_id, seller_order, to_address, created_at, next_attempt_at)
SELECT value ->> 'kind', (SELECT id FROM orders WHERE code = ?2), value ->> 'seller_order',
  value ->> 'to', ?3, ?3
FROM json_each(?1)
WHERE value ->> 'kind' = 'order_placed_buyer'
  OR ${mayMail({ order: '(SELECT id FROM orders WHERE code = ?2)', to: "value ->> 'to'", at: '?3' })}`;

/**
 * Where the offer has lapsed, another one took its place, or what it has is suspended, the order would be NULL, which
 * its column refuses.
 */
const TAKE_OFFER = `
INSERT INTO quote_orders (quote_id, order_id, accepted_at)
VALUES (?1, (
  SELECT o.id FROM orders o, quotes q JOIN inquiries i ON i.id = q.inquiry_id
  WHERE o.code = ?2 AND q.id = ?1 AND q.valid_until > ?3 AND i.status NOT IN ('closed', 'spam')
    AND q.id = (SELECT MAX(id) FROM quotes WHERE inquiry_id = q.inquiry_id)
    AND NOT EXISTS (
      SELECT 1 FROM pauses WHERE kind = 'suspended' AND scope IN (SELECT value FROM json_each(?4))
      AND (until IS NULL OR until > ?3))), ?3)`;

const CLOSE_INQUIRY = `
UPDATE inquiries SET status = 'ordered', status_at = ?2
WHERE id = (SELECT inquiry_id FROM quotes WHERE id = ?1)`;

interface OrderRow {
  id: number;
  code: string;
  token: string;
  body_hash: string;
  locale: Locale;
  created_at: string;
  buyer_name: string;
  buyer_phone: string;
  buyer_email: string | null;
  recipient_name: string | null;
  recipient_phone: string | null;
  ship_country: string;
  ship_region: string | null;
  ship_district: string | null;
  ship_village: string | null;
  ship_city: string | null;
  ship_address: string;
  ship_postal_code: string | null;
  note: string;
  consent_text: string;
  consent_at: string;
  erased_at: string | null;
  email_refused_at: string | null;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };
type SellerOrderRow = Nullable<Omit<SellerOrder, 'lines' | 'shipping_days' | 'payment_details'>> & {
  shipping_days: string | null;
  payment_details: string;
};
type LineRow = Nullable<Omit<OrderLine, 'takes_stock'>> & { seller_order: string; takes_stock: 0 | 1 };

function toOrder(row: OrderRow, sellerOrders: SellerOrderRow[], lines: LineRow[]): Order {
  return {
    code: row.code,
    token: row.token,
    locale: row.locale,
    created_at: row.created_at,
    buyer: present<Order['buyer']>({
      name: row.buyer_name,
      phone: row.buyer_phone,
      email: row.buyer_email,
    }),
    ship_to: present<Order['ship_to']>({
      country: row.ship_country,
      region: row.ship_region,
      district: row.ship_district,
      village: row.ship_village,
      city: row.ship_city,
      address: row.ship_address,
      postal_code: row.ship_postal_code,
      name: row.recipient_name,
      phone: row.recipient_phone,
    }),
    note: row.note,
    consent: { text: row.consent_text, at: row.consent_at },
    ...(row.erased_at && { erased_at: row.erased_at }),
    ...(row.email_refused_at && { email_refused_at: row.email_refused_at }),
    seller_orders: sellerOrders.map((sellerOrder) => ({
      ...present<SellerOrder>(sellerOrder),
      ...(sellerOrder.shipping_days && { shipping_days: JSON.parse(sellerOrder.shipping_days) }),
      payment_details: JSON.parse(sellerOrder.payment_details),
      lines: lines
        .filter((line) => line.seller_order === sellerOrder.code)
        .map(({ seller_order: _, takes_stock, ...line }) => ({
          ...present<OrderLine>(line),
          takes_stock: takes_stock === 1,
        })),
    })),
  };
}

const SELLER_ORDER_COLUMNS = `code, seller, seller_name, status, status_at, version, placed_status, placed_expires_at, expires_at,
  subtotal, shipping, shipping_service, shipping_name, shipping_days, weight_grams, lead_days, unique_code, total,
  COALESCE(later_payment_method, payment_method) AS payment_method,
  CASE WHEN later_payment_method IS NOT NULL THEN payment_method END AS placed_payment_method, payment_details, note`;

/** Orders in D1. */
export function d1Orders(db: D1Database): OrderStore {
  async function find(where: string, value: string): Promise<{ order: Order; row: OrderRow } | undefined> {
    return (await findAll(where, [value]))[0];
  }
  async function findAll(
    where: string,
    values: (string | number)[],
  ): Promise<{ order: Order; row: OrderRow }[]> {
    const list = JSON.stringify(values);
    const wanted = `${where} IN (SELECT value FROM json_each(?1))`;
    const ids = `(SELECT id FROM orders WHERE ${wanted})`;
    const [orders, sellerOrders, lines] = await db.batch([
      db.prepare(`SELECT * FROM orders WHERE ${wanted}`).bind(list),
      db
        .prepare(
          `SELECT order_id, ${SELLER_ORDER_COLUMNS} FROM seller_orders WHERE order_id IN ${ids}
           ORDER BY order_id, position`,
        )
        .bind(list),
      db
        .prepare(
          `SELECT l.* FROM order_lines l JOIN seller_orders s ON s.code = l.seller_order
           WHERE s.order_id IN ${ids} ORDER BY s.order_id, s.position, l.position`,
        )
        .bind(list),
    ]);
    const parts = (sellerOrders?.results ?? []) as (SellerOrderRow & { order_id: number })[];
    return ((orders?.results ?? []) as unknown as OrderRow[]).map((row) => ({
      row,
      order: toOrder(
        row,
        parts.filter(({ order_id }) => order_id === row.id).map(({ order_id: _, ...part }) => part),
        lines?.results as unknown as LineRow[],
      ),
    }));
  }

  return {
    async place(order: NewOrder): Promise<PlaceResult> {
      const { buyer, ship_to, idempotency_key, created_at } = order;
      const sellerOrders = JSON.stringify(order.seller_orders);
      const stock = JSON.stringify(order.initial_stock);
      const limits = asked({
        scopes: order.pause_scopes,
        at: created_at,
        ...order.limits,
        phone: buyer.phone,
        ...(buyer.email && { email: buyer.email.toLowerCase() }),
        cod: order.seller_orders.some(({ payment_method }) => payment_method === 'cod'),
        sellers: order.seller_orders.map(({ seller, subtotal }) => ({ seller, subtotal })),
        stock: order.initial_stock,
      });
      try {
        const results = await db.batch([
          db
            .prepare(INSERT_ORDER)
            .bind(
              order.code,
              order.token,
              idempotency_key,
              order.body_hash,
              order.locale,
              created_at,
              order.catalog_version,
              buyer.name,
              buyer.phone,
              buyer.email ?? null,
              ship_to.name ?? null,
              ship_to.phone ?? null,
              ship_to.country,
              ship_to.region ?? null,
              ship_to.district ?? null,
              ship_to.village ?? null,
              ship_to.city ?? null,
              ship_to.address,
              ship_to.postal_code ?? null,
              order.note,
              order.consent.text,
              order.consent.at,
              limits,
            ),
          // Before the stock is touched: without an order there is nothing to hang a seller order on, and the
          // batch ends here with the error of the limit or the pause.
          db.prepare(INSERT_SELLER_ORDERS).bind(sellerOrders, order.code, created_at),
          ...(order.offer === undefined
            ? []
            : [
                db
                  .prepare(TAKE_OFFER)
                  .bind(order.offer.id, order.code, created_at, JSON.stringify(order.offer.scopes)),
                db.prepare(CLOSE_INQUIRY).bind(order.offer.id, created_at),
              ]),
          db.prepare(OPEN_STOCK).bind(stock, created_at),
          db.prepare(TAKE_STOCK).bind(stock, created_at),
          db.prepare(INSERT_LINES).bind(sellerOrders),
          db.prepare(INSERT_TRANSITIONS).bind(sellerOrders, created_at),
          db.prepare(NOTE_CLIENT).bind(limits, order.code),
          db.prepare(INSERT_MAILS).bind(JSON.stringify(order.mails), order.code, created_at),
        ]);
        const written = new Map(
          (results[1]!.results as { code: string; unique_code: number; total: number }[]).map((row) => [
            row.code,
            row,
          ]),
        );
        return { ok: true, order: placedOrder(order, written) };
      } catch (error) {
        const reason = refusal(error);
        if (!reason) throw error;
        if (reason !== 'not_taken') return { ok: false, reason };
        const why = await db
          .prepare(`SELECT ${verdict('?1')} AS why`)
          .bind(limits)
          .first<Held>('why');
        return { ok: false, reason, why: why ?? undefined };
      }
    },

    async forgetClients(now) {
      await db
        .prepare(
          `DELETE FROM order_clients
           WHERE order_id IN (SELECT order_id FROM order_clients WHERE at <= ?1 ORDER BY at LIMIT 1000)`,
        )
        .bind(new Date(now.getTime() - DAY_MS).toISOString())
        .run();
    },
    async byIdempotencyKey(key) {
      const found = await find('idempotency_key', key);
      return found && { order: found.order, body_hash: found.row.body_hash };
    },
    async byToken(token) {
      return (await find('token', token))?.order;
    },
    async recentOfPhone(phone, since) {
      const { results } = await db
        .prepare(
          `SELECT id FROM orders WHERE buyer_phone = ?1 AND created_at > ?2 ORDER BY created_at DESC LIMIT 5`,
        )
        .bind(phone, since)
        .all<{ id: number }>();
      if (!results.length) return [];
      const ids = results.map(({ id }) => id);
      return (await findAll('id', ids)).map(({ order }) => order);
    },
    async byIds(ids) {
      return new Map((await findAll('id', ids)).map(({ row, order }) => [row.id, order]));
    },
    async byCodes(codes) {
      return new Map((await findAll('code', codes)).map(({ order }) => [order.code, order]));
    },
    async byCode(code) {
      return (await find('code', code))?.order;
    },
    async stock(goods) {
      const asked = JSON.stringify(Array.from(goods, ({ sku, former }) => ({ sku, former })));
      const { results } = await db.prepare(READ_STOCK).bind(asked).all<{ sku: string; on_hand: number }>();
      return new Map(results.map((row) => [row.sku, row.on_hand]));
    },
  };
}

/** The order as it was written, with what the batch chose. */
function placedOrder(order: NewOrder, written: Map<string, { unique_code: number; total: number }>): Order {
  const { code, token, locale, created_at, buyer, ship_to, note, consent } = order;
  return {
    code,
    token,
    locale,
    created_at,
    buyer,
    ship_to,
    note,
    consent,
    seller_orders: order.seller_orders.map(
      ({ due: _, hold: __, ship_by: ___, clock_at: ____, ...sellerOrder }) => ({
        ...sellerOrder,
        status: sellerOrder.placed_status,
        status_at: created_at,
        version: 0,
        ...(sellerOrder.placed_expires_at && { expires_at: sellerOrder.placed_expires_at }),
        unique_code: written.get(sellerOrder.code)!.unique_code,
        total: written.get(sellerOrder.code)!.total,
      }),
    ),
  };
}

/** Which of the batch's guards stopped it; `undefined` for a fault that nobody expected. */
function refusal(error: unknown): Exclude<PlaceResult, { ok: true }>['reason'] | undefined {
  switch (constraintOf(error)) {
    case 'orders.idempotency_key':
      return 'key_exists';
    case 'quote_orders.quote_id':
    case 'quote_orders.order_id':
      return 'offer_over';
    case 'orders.code':
    case 'seller_orders.code':
      return 'code_exists';
    case 'seller_orders.order_id':
      return 'not_taken';
    case 'stock_on_hand':
      return 'out_of_stock';
    default:
      return undefined;
  }
}
