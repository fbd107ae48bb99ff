import type { GatewayPayment, GatewayPaymentStore } from './ports.ts';

const COLUMNS = `gateway_order, seller_order, amount, redirect_url, status, credited_at, surplus,
  surplus_at, refunded`;

type Row = { [K in keyof GatewayPayment]-?: GatewayPayment[K] | null };

/** Attempts to pay by the gateway, in D1. */
export function d1GatewayPayments(db: D1Database): GatewayPaymentStore {
  return {
    async begin({ seller_order, amount, at }) {
      // The number is taken in the statement that writes it: two attempts at once are two rows.
      const row = await db
        .prepare(
          `INSERT INTO gateway_payments (gateway_order, seller_order, amount, created_at)
           SELECT ?1 || '.' || (COUNT(*) + 1), ?1, ?2, ?3 FROM gateway_payments WHERE seller_order = ?1
           RETURNING ${COLUMNS}`,
        )
        .bind(seller_order, amount, at)
        .first<Row>();
      return toPayment(row!);
    },
    async opened({ gateway_order, seller_order }, redirectUrl, placing) {
      const [, kept] = await db.batch<{ named: string | null }>([
        db
          .prepare('UPDATE gateway_payments SET redirect_url = ?2 WHERE gateway_order = ?1')
          .bind(gateway_order, redirectUrl),
        db
          .prepare(
            `UPDATE seller_orders SET payment_details = json_set(payment_details,
               CASE WHEN ?2 AND payment_details ->> 'answered_without_page' IS NULL
                 THEN '$.redirect_url' ELSE '$.later_redirect_url' END, ?3)
             WHERE code = ?1 RETURNING payment_details ->> 'redirect_url' AS named`,
          )
          .bind(seller_order, placing ? 1 : 0, redirectUrl),
      ]);
      return kept!.results[0]?.named === redirectUrl;
    },
    async answerWithoutPage(codes) {
      await db
        .prepare(
          `UPDATE seller_orders SET payment_details = json_set(payment_details, '$.answered_without_page', json('true'))
           WHERE code IN (SELECT value FROM json_each(?1)) AND payment_details ->> 'redirect_url' IS NULL`,
        )
        .bind(JSON.stringify(codes))
        .run();
    },
    async find(gatewayOrder) {
      const row = await db
        .prepare(`SELECT ${COLUMNS} FROM gateway_payments WHERE gateway_order = ?1`)
        .bind(gatewayOrder)
        .first<Row>();
      return row ? toPayment(row) : undefined;
    },
    async ofSellerOrder(code) {
      const { results } = await db
        .prepare(`SELECT ${COLUMNS} FROM gateway_payments WHERE seller_order = ?1 ORDER BY gateway_order`)
        .bind(code)
        .all<Row>();
      return results.map(toPayment);
    },
    async said(gatewayOrder, { status, transaction_id, at }) {
      await db
        .prepare(
          `UPDATE gateway_payments SET status = ?2, transaction_id = ?3, status_at = ?4
           WHERE gateway_order = ?1`,
        )
        .bind(gatewayOrder, status, transaction_id, at)
        .run();
    },
  };
}

function toPayment(row: Row): GatewayPayment {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as unknown as GatewayPayment;
}
