import {
  MAX_MAILS_OF_CLIENT,
  MAX_OPEN_COD,
  MAX_OPEN_ORDERS,
  PRESSURE,
  STRANGER_AMOUNT,
  STRANGER_PIECES,
} from '../../src/domain/ordering/stranger-limits.ts';

import { rowHolding } from './d1-stock.ts';
import type { OpenedStock } from './ports.ts';

const HOUR_MS = 3_600_000;
const UNPAID = `('awaiting_payment', 'awaiting_shipping')`;
/** Unpaid, or given up. */
const NEVER_PAID = `('awaiting_payment', 'awaiting_shipping', 'cancelled', 'expired')`;
const openCod = (row: string) =>
  `(${row}.status = 'processing' AND COALESCE(${row}.later_payment_method, ${row}.payment_method) = 'cod')`;

/** What the statements below are asked about: one JSON parameter. */
export interface Asked {
  scopes: string[];
  at: string;
  /** Absent where limits are off. */
  client?: string;
  sign?: string;
  phone: string;
  /** In lower case. */
  email?: string;
  cod: boolean;
  sellers: { seller: string; subtotal: number }[];
  stock: OpenedStock[];
}

/** The parameter's text. */
export function asked(order: Asked): string {
  const before = (ms: number) => new Date(Date.parse(order.at) - ms).toISOString();
  return JSON.stringify({ ...order, hour_ago: before(HOUR_MS), day_ago: before(24 * HOUR_MS) });
}

/**
 * An SQL expression: whether somebody vouches for the buyer. A confirmed address that has many unpaid orders vouches
 * for no more of them; it is never a reason to refuse, so that nobody shuts its owner out.
 */
export const vouched = (p: string) => `(
  EXISTS (
    SELECT 1 FROM orders o JOIN seller_orders s ON s.order_id = o.id
    WHERE o.buyer_phone = ${p} ->> 'phone' AND s.status = 'completed')
  OR (EXISTS (SELECT 1 FROM confirmed_addresses WHERE address = ${p} ->> 'email')
    AND ${MAX_OPEN_ORDERS} > (
      SELECT COUNT(DISTINCT o.id) FROM orders o JOIN seller_orders s ON s.order_id = o.id
      WHERE lower(o.buyer_email) = ${p} ->> 'email' AND o.created_at > ${p} ->> 'day_ago'
        AND (s.status IN ${NEVER_PAID} OR ${openCod('s')}))))`;

/** What the client's unpaid orders of the last day hold of each SKU. */
const held = (p: string) => `
  SELECT l.sku AS sku, SUM(l.qty) AS pieces
  FROM order_clients c JOIN seller_orders s ON s.order_id = c.order_id JOIN order_lines l ON l.seller_order = s.code
  WHERE c.client = ${p} ->> 'client' AND c.at > ${p} ->> 'day_ago' AND l.takes_stock = 1
    AND (s.status IN ${UNPAID} OR ${openCod('s')})
  GROUP BY l.sku`;

/** The client's orders of the last hour at a shop that were never paid. */
const clientOrders = (p: string, seller: string) => `(
  SELECT COUNT(*) FROM order_clients c JOIN seller_orders s ON s.order_id = c.order_id
  WHERE c.client = ${p} ->> 'client' AND c.at > ${p} ->> 'hour_ago' AND s.seller = ${seller}
    AND (s.status IN ${NEVER_PAID} OR ${openCod('s')}))`;

const shopOrders = (p: string, seller: string) => `(
  SELECT COUNT(*) FROM (
    SELECT 1 FROM seller_orders s WHERE s.seller = ${seller} AND s.status = 'awaiting_payment'
      AND s.status_at > ${p} ->> 'hour_ago' LIMIT ${PRESSURE.shopOrders}))`;

/**
 * An SQL expression over the parameter `p` (see `Asked`): why the order is not taken, a `Held` of
 * `src/domain/ordering/stranger-limits.ts`, or NULL. The insert of the order is guarded by it, and who is refused is
 * told by the same.
 */
export const verdict = (p: string) => `(
  WITH lines AS MATERIALIZED (
    SELECT wanted.sku, wanted.qty, COALESCE(stock.on_hand, wanted.on_hand) AS on_hand
    FROM (SELECT value ->> 'sku' AS sku, value ->> 'qty' AS qty, value ->> 'on_hand' AS on_hand,
        value -> 'former' AS former
      FROM json_each(${p}, '$.stock')) AS wanted
    LEFT JOIN stock ON stock.sku = ${rowHolding('wanted.sku', 'wanted.former')}),
  held AS MATERIALIZED (${held(p)}),
  taking AS MATERIALIZED (
    SELECT lines.qty, held.pieces + lines.qty AS after, held.pieces + lines.on_hand AS whole
    FROM lines JOIN held ON held.sku = lines.sku),
  shops AS MATERIALIZED (SELECT value ->> 'seller' AS seller FROM json_each(${p}, '$.sellers'))
  SELECT CASE
    WHEN EXISTS (
      SELECT 1 FROM pauses WHERE scope IN (SELECT value FROM json_each(${p}, '$.scopes'))
        AND (until IS NULL OR until > ${p} ->> 'at')) THEN 'paused'
    WHEN ${p} ->> 'client' IS NULL THEN NULL
    WHEN ${MAX_OPEN_ORDERS} <= (
      SELECT COUNT(DISTINCT o.id) FROM orders o JOIN seller_orders s ON s.order_id = o.id
      WHERE o.buyer_phone = ${p} ->> 'phone' AND (s.status IN ${UNPAID} OR ${openCod('s')}
        OR (s.status IN ('cancelled', 'expired') AND o.created_at > ${p} ->> 'day_ago')))
      THEN 'too_many_open_orders'
    WHEN ${p} ->> 'cod' AND ${MAX_OPEN_COD} <= (
      SELECT COUNT(DISTINCT o.id) FROM orders o JOIN seller_orders s ON s.order_id = o.id
      WHERE o.buyer_phone = ${p} ->> 'phone' AND ${openCod('s')}) THEN 'too_many_cod'
    WHEN ${vouched(p)} THEN NULL
    WHEN EXISTS (SELECT 1 FROM lines WHERE qty <= on_hand AND qty > MAX(${STRANGER_PIECES}, on_hand / 2))
      THEN 'too_many_pieces'
    WHEN EXISTS (SELECT 1 FROM json_each(${p}, '$.sellers') WHERE value ->> 'subtotal' > ${STRANGER_AMOUNT})
      THEN 'too_much_money'
    WHEN ${p} ->> 'sign' = 'strong' THEN NULL
    WHEN EXISTS (SELECT 1 FROM shops WHERE ${clientOrders(p, 'shops.seller')} >= ${PRESSURE.clientOrders})
      THEN 'strong_sign'
    WHEN EXISTS (
      SELECT 1 FROM taking
      WHERE after > MAX(${PRESSURE.smallPieces}, whole / ${PRESSURE.shareWithWeakSign})) THEN 'strong_sign'
    WHEN ${p} ->> 'sign' = 'weak' THEN NULL
    WHEN EXISTS (
      SELECT 1 FROM taking WHERE after > MAX(
        CASE WHEN qty > ${PRESSURE.smallOrder} THEN ${PRESSURE.pieces} ELSE ${PRESSURE.smallPieces} END,
        whole / ${PRESSURE.shareWithoutSign})) THEN 'sign_of_life'
    WHEN EXISTS (SELECT 1 FROM shops WHERE ${shopOrders(p, 'shops.seller')} >= ${PRESSURE.shopOrders})
      THEN 'sign_of_life'
  END)`;

/** Notes which client a stranger's order came from. */
export const NOTE_CLIENT = `
INSERT INTO order_clients (order_id, client, at)
SELECT (SELECT id FROM orders WHERE code = ?2), ?1 ->> 'client', ?1 ->> 'at'
WHERE ?1 ->> 'client' IS NOT NULL AND NOT ${vouched('?1')}`;

/**
 * An SQL condition: whether one more mail may go to a mailbox. While nobody has paid, what one client's orders cause
 * in an hour has an end.
 * @param order the order's id, `to` the mailbox and `at` the moment, as SQL expressions
 */
export const mayMail = ({ order, to, at }: { order: string; to: string; at: string }) => `(
  NOT EXISTS (
    SELECT 1 FROM order_clients me JOIN seller_orders s ON s.order_id = me.order_id
    WHERE me.order_id = ${order} AND (s.status IN ${NEVER_PAID} OR ${openCod('s')}))
  OR ${MAX_MAILS_OF_CLIENT} > (
    SELECT COUNT(*) FROM order_clients me JOIN order_clients c ON c.client = me.client
      JOIN outbox sent ON sent.order_id = c.order_id
    WHERE me.order_id = ${order} AND sent.to_address = ${to}
      AND sent.created_at > strftime('%Y-%m-%dT%H:%M:%fZ', ${at}, '-1 hour')))`;
