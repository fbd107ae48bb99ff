import { ERASED } from '../../src/domain/privacy/retention.ts';
import { constraintOf } from '../http/d1-rows.ts';
import { pictureKey } from '../payment/r2-proofs.ts';
import type { ErasedOrder, PersonalDataStore } from './ports.ts';

const LIST = '(SELECT value FROM json_each(?1))';
const ORDERS = `(SELECT id FROM orders WHERE code IN ${LIST})`;
const PARTS = `(SELECT code FROM seller_orders WHERE order_id IN ${ORDERS})`;

/** Where a part is not what this was decided on, its version would be NULL, which is refused with the whole batch. */
const EXPECT_PARTS = `
UPDATE seller_orders SET version = CASE WHEN seller_orders.version = part.expected THEN part.expected + 1 END
FROM (SELECT value ->> 'code' AS code, value ->> 'version' AS expected FROM json_each(?1)) AS part
WHERE seller_orders.code = part.code`;

/**
 * What stays of an order is goods, sums, states and the region, which the ledger tells, too. The request's hash goes,
 * since who knows the rest of it could try names and numbers until it fits.
 */
export const ERASE_ORDERS = [
  `UPDATE seller_orders SET note = '' WHERE order_id IN ${ORDERS}`,
  `UPDATE transitions SET reason = '' WHERE seller_order IN ${PARTS}`,
  `UPDATE complaints SET text = '${ERASED}', answer = CASE WHEN answer IS NOT NULL THEN '${ERASED}' END,
     decision = CASE WHEN decision IS NOT NULL THEN '${ERASED}' END
   WHERE seller_order IN ${PARTS}`,
  `UPDATE refunds SET reason = '' WHERE seller_order IN ${PARTS}`,
  `DELETE FROM refund_accounts WHERE seller_order IN ${PARTS}`,
  `UPDATE outbox SET to_address = '', detail = NULL, stranger = NULL, sent_at = COALESCE(sent_at, ?2) WHERE order_id IN ${ORDERS}`,
  // Nothing is lost with these but a vouching: the address is confirmed anew with the next order.
  `DELETE FROM confirmed_addresses WHERE address IN (SELECT lower(buyer_email) FROM orders WHERE code IN ${LIST})`,
  `DELETE FROM order_clients WHERE order_id IN ${ORDERS}`,
  `UPDATE orders SET buyer_name = '${ERASED}', buyer_phone = '', buyer_email = NULL, recipient_name = NULL,
     recipient_phone = NULL, ship_district = NULL, ship_village = NULL, ship_city = NULL,
     ship_address = '${ERASED}', ship_postal_code = NULL, note = '', body_hash = '',
     erased_at = COALESCE(erased_at, ?2)
   WHERE id IN ${ORDERS}`,
];

/** Who asked, and every word; the links become others that nobody has. */
export const ERASE_INQUIRIES = [
  `DELETE FROM letters WHERE detail ->> 'code' IN ${LIST}`,
  `DELETE FROM inquiry_messages WHERE inquiry_id IN (SELECT id FROM inquiries WHERE code IN ${LIST})`,
  `UPDATE quotes SET note = '' WHERE inquiry_id IN (SELECT id FROM inquiries WHERE code IN ${LIST})`,
  `UPDATE inquiries SET buyer_name = '${ERASED}', buyer_email = NULL, buyer_phone = NULL,
     buyer_token = lower(hex(randomblob(24))), seller_token = lower(hex(randomblob(24))), erased_at = ?2,
     status = CASE WHEN status IN ('open', 'answered', 'quoted') THEN 'closed' ELSE status END
   WHERE code IN ${LIST} AND erased_at IS NULL`,
];

/** True where a part of an order still needs its buyer, whatever its age: an open complaint, or money owed. */
const NEEDS_BUYER = `(
  EXISTS (SELECT 1 FROM complaints c WHERE c.seller_order = s.code AND c.closed_at IS NULL)
  OR EXISTS (SELECT 1 FROM gateway_payments g WHERE g.seller_order = s.code AND g.surplus > 0))`;

/** An order whose last step, in any of its parts, is older than the cutoff; see `retention.ts`. */
export const DUE_ORDERS = `
SELECT code, (SELECT json_group_array(json_object('code', s.code, 'version', s.version))
  FROM seller_orders s WHERE s.order_id = orders.id) AS parts
FROM orders WHERE erased_at IS NULL AND created_at <= ?1
  AND NOT EXISTS (
    SELECT 1 FROM seller_orders s WHERE s.order_id = orders.id AND (s.status_at > ?1 OR ${NEEDS_BUYER}))
ORDER BY created_at LIMIT ?2`;

export const DUE_INQUIRIES = `
SELECT code FROM inquiries WHERE erased_at IS NULL AND status_at <= ?1
  AND NOT EXISTS (SELECT 1 FROM inquiry_messages m WHERE m.inquiry_id = inquiries.id AND m.at > ?1)
ORDER BY status_at LIMIT ?2`;
export const DUE_SPAM = DUE_INQUIRIES.replace('ORDER BY', "AND status = 'spam' ORDER BY");

const SETTLED = `EXISTS (
  SELECT 1 FROM seller_orders s WHERE s.code = seller_order AND s.status_at <= ?1 AND NOT ${NEEDS_BUYER})`;
export const DUE_PROOFS = `
SELECT id, seller_order FROM proofs WHERE at <= ?1 AND ${SETTLED} ORDER BY at LIMIT ?2`;
export const FORGET_ACCOUNTS = `
DELETE FROM refund_accounts WHERE seller_order IN (
  SELECT seller_order FROM refund_accounts WHERE given_at <= ?1 AND ${SETTLED} ORDER BY given_at LIMIT ?2)`;

export const FORGET_MAILS = [
  // One that was never sent has no address now, and is never tried again.
  `UPDATE outbox SET to_address = '', detail = NULL, stranger = NULL,
     ended_because = CASE WHEN sent_at IS NULL THEN COALESCE(ended_because, 'gave_up') END,
     next_attempt_at = CASE WHEN sent_at IS NULL THEN '9999-12-31T23:59:59.999Z' ELSE next_attempt_at END
   WHERE id IN (SELECT id FROM outbox WHERE to_address <> '' AND created_at <= ?1 ORDER BY created_at LIMIT ?2)`,
  'DELETE FROM letters WHERE id IN (SELECT id FROM letters WHERE created_at <= ?1 ORDER BY created_at LIMIT ?2)',
];
export const FORGET_SIGN_INS = [
  ...['sign_ins', 'sessions'].map(
    (table) =>
      `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2)`,
  ),
  `DELETE FROM devices WHERE (email, id) IN (
     SELECT email, id FROM devices WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2)`,
];
export const FORGET_ADDRESSES = `
DELETE FROM confirmed_addresses WHERE address IN (
  SELECT address FROM confirmed_addresses WHERE confirmed_at <= ?1 ORDER BY confirmed_at LIMIT ?2)`;
export const FORGET_NAMES = [
  `UPDATE audit SET actor = '', detail = '' WHERE id IN (
     SELECT id FROM audit WHERE actor <> '' AND at <= ?1 ORDER BY at LIMIT ?2)`,
  `UPDATE stock_changes SET made_by = '' WHERE id IN (
     SELECT id FROM stock_changes WHERE made_by <> '' AND made_at <= ?1 ORDER BY made_at LIMIT ?2)`,
  `UPDATE booth_sales SET recorded_by = '' WHERE (seller, id) IN (
     SELECT seller, id FROM booth_sales WHERE recorded_by <> '' AND recorded_at <= ?1 ORDER BY recorded_at LIMIT ?2)`,
];

interface Photo {
  id: string;
  seller_order: string;
}

/** Personal data in D1, and the photos in R2. */
export function d1PersonalData(db: D1Database, bucket: R2Bucket): PersonalDataStore {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);
  const codesOf = async (sql: string, cutoff: string, limit: number) =>
    (await run(sql, cutoff, limit).all<{ code: string }>()).results.map(({ code }) => code);
  const changed = async (statements: string[], cutoff: string, limit: number) =>
    (await db.batch(statements.map((sql) => run(sql, cutoff, limit)))).reduce(
      (rows, { meta }) => rows + meta.changes,
      0,
    );

  /** The pictures first: a row without its picture is found again, a picture without its row never. */
  async function deletePhotos(photos: Photo[]): Promise<void> {
    if (!photos.length) return;
    for (let start = 0; start < photos.length; start += 1000)
      await bucket.delete(photos.slice(start, start + 1000).map(pictureKey));
    await run(`DELETE FROM proofs WHERE id IN ${LIST}`, JSON.stringify(photos.map(({ id }) => id))).run();
  }

  async function eraseOrders(orders: ErasedOrder[], at: Date): Promise<boolean> {
    if (!orders.length) return true;
    const list = JSON.stringify(orders.map(({ code }) => code));
    const [photos, inquiries] = await db.batch([
      run(`SELECT id, seller_order FROM proofs WHERE seller_order IN ${PARTS}`, list),
      run(
        `SELECT i.code FROM quote_orders a JOIN quotes q ON q.id = a.quote_id JOIN inquiries i ON i.id = q.inquiry_id
         WHERE a.order_id IN ${ORDERS}`,
        list,
      ),
    ]);
    try {
      await db.batch([
        run(EXPECT_PARTS, JSON.stringify(orders.flatMap(({ parts }) => parts))),
        ...ERASE_ORDERS.map((sql) =>
          sql.includes('?2') ? run(sql, list, at.toISOString()) : run(sql, list),
        ),
      ]);
    } catch (error) {
      if (constraintOf(error) === 'seller_orders.version') return false;
      throw error;
    }
    await deletePhotos((photos?.results ?? []) as unknown as Photo[]);
    await eraseInquiries(
      ((inquiries?.results ?? []) as { code: string }[]).map(({ code }) => code),
      at,
    );
    return true;
  }

  async function eraseInquiries(codes: string[], at: Date): Promise<void> {
    if (!codes.length) return;
    const list = JSON.stringify(codes);
    await db.batch(
      ERASE_INQUIRIES.map((sql) => (sql.includes('?2') ? run(sql, list, at.toISOString()) : run(sql, list))),
    );
  }

  return {
    eraseOrders,
    eraseInquiries,

    async correctOrder(code, { buyer, ship_to }, mails, at) {
      const [result] = await db.batch([
        run(
          `UPDATE orders SET buyer_name = ?2, buyer_phone = ?3, buyer_email = ?4,
             email_refused_at = CASE WHEN lower(buyer_email) = lower(?4) THEN email_refused_at END, recipient_name = ?5,
             recipient_phone = ?6, ship_address = ?7, ship_village = ?8, ship_postal_code = ?9
           WHERE code = ?1 AND erased_at IS NULL`,
          code,
          buyer.name,
          buyer.phone,
          buyer.email ?? null,
          ship_to.name ?? null,
          ship_to.phone ?? null,
          ship_to.address,
          ship_to.village ?? null,
          ship_to.postal_code ?? null,
        ),
        run(
          `INSERT INTO outbox (kind, order_id, seller_order, to_address, created_at, next_attempt_at)
           SELECT value ->> 'kind', orders.id, value ->> 'seller_order', value ->> 'to', ?3, ?3
           FROM json_each(?2) JOIN orders ON orders.code = ?1 AND orders.erased_at IS NULL`,
          code,
          JSON.stringify(mails),
          at.toISOString(),
        ),
      ]);
      return result!.meta.changes === 1;
    },

    async forget(cutoffs, limit, at) {
      const { results } = await run(DUE_ORDERS, cutoffs.orders, limit).all<{ code: string; parts: string }>();
      const orders = results.map(({ code, parts }): ErasedOrder => ({ code, parts: JSON.parse(parts) }));
      // What has moved on just now comes up again with the next run.
      const erased = await eraseOrders(orders, at);
      const inquiries = await codesOf(DUE_INQUIRIES, cutoffs.inquiries, limit);
      const spam = await codesOf(DUE_SPAM, cutoffs.spam, limit);
      await eraseInquiries([...inquiries, ...spam], at);
      const { results: photos } = await run(DUE_PROOFS, cutoffs.order_proofs, limit).all<Photo>();
      await deletePhotos(photos);
      return {
        orders: erased ? orders.length : 0,
        inquiries: inquiries.length,
        spam: spam.length,
        order_proofs: photos.length + (await changed([FORGET_ACCOUNTS], cutoffs.order_proofs, limit)),
        mails: await changed(FORGET_MAILS, cutoffs.mails, limit),
        sign_ins: await changed(FORGET_SIGN_INS, cutoffs.sign_ins, limit),
        confirmed_addresses: await changed([FORGET_ADDRESSES], cutoffs.confirmed_addresses, limit),
        desk_names: await changed(FORGET_NAMES, cutoffs.desk_names, limit),
      };
    },
  };
}
