import type { LifeState } from '../../src/domain/fulfilment/order-life.ts';
import { addToAudit } from '../access/d1-sessions.ts';
import { constraintOf, present } from '../http/d1-rows.ts';
import { MOVE_STOCK } from '../ordering/d1-stock.ts';
import { mayMail } from '../ordering/d1-stranger-limits.ts';
import { firstFreeCode } from '../ordering/d1-unique-code.ts';
import type { AmountHold } from '../ordering/ports.ts';
import type {
  ChangeResult,
  Complaint,
  LifeChange,
  OrderLifeStore,
  OwedMoney,
  OwedRefund,
  Passage,
  Refund,
  RefundAccount,
  SellerOrderLife,
} from './ports.ts';

const LIFE_COLUMNS = [
  'status',
  'status_at',
  'expires_at',
  'clock_at',
  'claimed_at',
  'ship_by',
  'courier',
  'tracking',
  'completes_at',
  'cancel_requested_at',
  'amount_release_at',
] as const satisfies (keyof LifeState)[];

/**
 * The first statement of every change: where the order is no longer what the change was decided on, the version
 * would be NULL, which its column refuses, and nothing of the batch is written.
 */
const MOVE_ON = `
UPDATE seller_orders SET
  version = CASE WHEN version = ?2 AND status = ?3 THEN version + 1 END,
  ${LIFE_COLUMNS.map((column) => `${column} = ?4 ->> '${column}'`).join(', ')}
WHERE code = ?1`;

/** The fee, and the first code of the range whose amount no other order of this seller asks for. */
const SET_FEE = `
UPDATE seller_orders SET shipping = ?2, unique_code = COALESCE(CASE WHEN ?3 IS NOT NULL THEN ${firstFreeCode({
  seller: 'seller_orders.seller',
  due: 'seller_orders.subtotal + ?2',
  from: "?3 ->> 'from'",
  start: "?3 ->> 'start'",
  span: "?3 ->> 'span'",
})} END, 0)
WHERE code = ?1`;

/** Where no code was free the bare amount is asked for, which another order holds. */
const SET_AMOUNT = `
UPDATE seller_orders SET total = subtotal + shipping - unique_code,
  amount_held = CASE WHEN ?2 AND NOT EXISTS (
    SELECT 1 FROM seller_orders other WHERE other.seller = seller_orders.seller AND other.code <> ?1
      AND other.amount_held = seller_orders.subtotal + seller_orders.shipping - seller_orders.unique_code)
    THEN subtotal + shipping - unique_code END
WHERE code = ?1`;

/** A payment that was taken for its order, or was brought up already, would get no surplus: the batch is refused. */
const OWE = `
UPDATE gateway_payments SET
  surplus = CASE WHEN credited_at IS NULL AND surplus_at IS NULL THEN ?2 END,
  surplus_at = ?3, surplus_reason = ?4
WHERE gateway_order = ?1`;

const OWE_BY_HAND = `
INSERT INTO gateway_payments (gateway_order, seller_order, amount, created_at, surplus, surplus_at, surplus_reason,
  told_by)
SELECT ?1 || '.h' || (COUNT(*) + 1), ?1, ?2, ?3, ?2, ?3, ?4, ?5 FROM gateway_payments WHERE seller_order = ?1`;

/** A payment that was taken or brought up already would get no surplus: the batch is refused. */
const TAKE_PAYMENT = `
UPDATE gateway_payments SET
  surplus = CASE WHEN credited_at IS NULL AND surplus_at IS NULL THEN ?2 END, credited_at = ?3,
  surplus_at = CASE WHEN ?2 > 0 THEN ?3 END, surplus_reason = CASE WHEN ?2 > 0 THEN 'other_amount' END
WHERE gateway_order = ?1`;

/** Where more was paid back meanwhile than the change was decided on, `refunded` would be NULL, which is refused. */
const FOLLOW_REFUND = `
UPDATE gateway_payments SET
  refunded = CASE WHEN refunded = ?2 THEN ?3 END, over_refunded = over_refunded + ?4
WHERE gateway_order = ?1`;

/** More than there is would leave no surplus, which its column refuses. */
const PAY_BACK_OWED = `
UPDATE gateway_payments SET surplus = CASE WHEN surplus >= ?2 THEN surplus - ?2 END WHERE gateway_order = ?1`;

/** What is due, by two indexes: each gives no more than is asked for, however much has piled up. */
export const DUE = `
SELECT code FROM (
  SELECT * FROM (
    SELECT code, expires_at AS due FROM seller_orders WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2)
  UNION ALL SELECT * FROM (
    SELECT code, clock_at FROM seller_orders WHERE clock_at <= ?1 ORDER BY clock_at LIMIT ?2))
GROUP BY code ORDER BY MIN(due) LIMIT ?2`;

const INSERT_LEDGER = `
INSERT INTO ledger (kind, seller, edition, channel, destination, amount, occurred_at, recorded_at, cause)
SELECT value ->> 'kind', value ->> 'seller', value ->> 'edition', value ->> 'channel', value ->> 'destination',
  value ->> 'amount', value ->> 'occurred_at', value ->> 'recorded_at', ?2
FROM json_each(?1)`;

const INSERT_MAILS = `
INSERT INTO outbox (kind, order_id, seller_order, to_address, created_at, next_attempt_at, detail)
SELECT value ->> 'kind', (SELECT order_id FROM seller_orders WHERE code = ?2), ?2, value ->> 'to', ?3, ?3,
  value -> 'detail'
FROM json_each(?1)
WHERE value ->> 'kind' LIKE '%\\_buyer' ESCAPE '\\'
  OR ${mayMail({ order: '(SELECT order_id FROM seller_orders WHERE code = ?2)', to: "value ->> 'to'", at: '?3' })}`;

/** The buyer has shown a photo of the payment. */
const PROVEN = `EXISTS (
  SELECT 1 FROM proofs p WHERE p.seller_order = seller_orders.code AND p.kind = 'payment' AND p.given_by = 'buyer')`;

/** What of a life lies in tables of its own. */
type Lists = 'refunds' | 'owed' | 'owed_refunds' | 'over_refunded' | 'sold' | 'passages';
type Row = Record<string, unknown> & { seller_order: string };

/** What happens to orders after they were placed, in D1. */
export function d1OrderLife(db: D1Database): OrderLifeStore {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);

  function statements(change: LifeChange): D1PreparedStatement[] {
    const { code, at, next, expected, passage, stock, ledger, quote, refund, complaint, mails } = change;
    const list = [run(MOVE_ON, code, expected.version, expected.status, JSON.stringify(next))];
    if (change.payment)
      list.push(
        run(
          `UPDATE seller_orders SET later_payment_method = ?2, payment_details = json_patch(payment_details, ?3)
           WHERE code = ?1`,
          code,
          change.payment.method,
          JSON.stringify(change.payment.details),
        ),
      );
    if (quote) {
      list.push(
        run(SET_FEE, code, quote.fee, quote.hold ? JSON.stringify(quote.hold satisfies AmountHold) : null),
      );
      list.push(run(SET_AMOUNT, code, quote.hold ? 1 : 0));
    }
    if (stock === 'give_back' || stock === 'take_again')
      list.push(run(MOVE_STOCK, code, stock === 'give_back' ? 1 : -1, at));
    if (passage)
      list.push(
        run(
          'INSERT INTO transitions (seller_order, from_status, to_status, actor, reason, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
          code,
          expected.status,
          next.status,
          passage.actor,
          passage.reason,
          at,
        ),
      );
    if (ledger?.length) list.push(run(INSERT_LEDGER, JSON.stringify(ledger), code));
    if (refund)
      list.push(
        run(
          'INSERT INTO refunds (seller_order, amount, reason, reference, made_at) VALUES (?1, ?2, ?3, ?4, ?5)',
          code,
          refund.amount,
          refund.reason,
          refund.reference,
          at,
        ),
      );
    if (change.refund_received)
      for (const table of ['refunds', 'surplus_refunds'])
        list.push(
          run(
            `UPDATE ${table} SET received_at = ?2 WHERE seller_order = ?1 AND received_at IS NULL`,
            code,
            at,
          ),
        );
    if (change.owed) {
      const { gateway_order, amount, reason } = change.owed;
      list.push(run(OWE, gateway_order, amount, at, reason));
    }
    if (change.owed_by_hand) {
      const { amount, reason, by } = change.owed_by_hand;
      list.push(run(OWE_BY_HAND, code, amount, at, reason, by));
    }
    if (change.payment_taken) {
      const { gateway_order, over } = change.payment_taken;
      list.push(run(TAKE_PAYMENT, gateway_order, over, at));
    }
    if (change.gateway_refund) {
      const { gateway_order, before, after, over } = change.gateway_refund;
      list.push(run(FOLLOW_REFUND, gateway_order, before, after, over));
    }
    if (change.over_settled)
      list.push(
        run('UPDATE gateway_payments SET over_settled = over_refunded WHERE seller_order = ?1', code),
      );
    if (change.owed_refund) {
      const { gateway_order, amount, reference, by } = change.owed_refund;
      list.push(
        run(PAY_BACK_OWED, gateway_order, amount),
        run(
          `INSERT INTO surplus_refunds (seller_order, gateway_order, amount, reference, made_by, made_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
          code,
          gateway_order,
          amount,
          reference,
          by,
          at,
        ),
      );
    }
    if (change.refund_account) {
      const { bank, number, holder } = change.refund_account;
      list.push(
        run(
          'INSERT OR REPLACE INTO refund_accounts (seller_order, bank, number, holder, given_at) VALUES (?1, ?2, ?3, ?4, ?5)',
          code,
          bank,
          number,
          holder,
          at,
        ),
      );
    }
    if (complaint) list.push(complaintStatement(code, complaint, at));
    if (change.audit) list.push(addToAudit(db, { ...change.audit, subject: code }, at));
    if (mails.length) list.push(run(INSERT_MAILS, JSON.stringify(mails), code, at));
    return list;
  }

  function complaintStatement(code: string, complaint: NonNullable<LifeChange['complaint']>, at: string) {
    switch (complaint.do) {
      case 'open':
        return run(
          'INSERT INTO complaints (seller_order, reason, text, opened_at) VALUES (?1, ?2, ?3, ?4)',
          code,
          complaint.reason,
          complaint.text,
          at,
        );
      case 'answer':
        return run(
          'UPDATE complaints SET answer = ?2, answered_at = ?3 WHERE seller_order = ?1 AND closed_at IS NULL',
          code,
          complaint.text,
          at,
        );
      case 'decide':
        return run(
          `UPDATE complaints SET decision = ?2, decided_at = ?3,
             closed_at = CASE WHEN ?4 THEN ?3 END, closed_by = CASE WHEN ?4 THEN 'operator' END
           WHERE seller_order = ?1 AND closed_at IS NULL`,
          code,
          complaint.text,
          at,
          complaint.close ? 1 : 0,
        );
      case 'close':
        return run(
          'UPDATE complaints SET closed_at = ?2, closed_by = ?3 WHERE seller_order = ?1 AND closed_at IS NULL',
          code,
          at,
          complaint.by,
        );
    }
  }

  return {
    async lives(codes) {
      const wanted = JSON.stringify(codes);
      const among = 'IN (SELECT value FROM json_each(?1))';
      const results = await db.batch<Row>([
        run(
          `SELECT code AS seller_order, code, version, total, amount_held, ${LIFE_COLUMNS.join(', ')}, ${PROVEN} AS proven
           FROM seller_orders WHERE code ${among}`,
          wanted,
        ),
        run(
          `SELECT seller_order, from_status AS "from", to_status AS "to", actor, reason, at FROM transitions
           WHERE seller_order ${among} ORDER BY id`,
          wanted,
        ),
        run(
          `SELECT seller_order, id, reason, text, opened_at, answer, answered_at, decision, decided_at, closed_at
           FROM complaints
           WHERE seller_order ${among} ORDER BY id`,
          wanted,
        ),
        run(
          `SELECT seller_order, id, amount, reason, reference, made_at, received_at FROM refunds
           WHERE seller_order ${among} ORDER BY id`,
          wanted,
        ),
        run(
          `SELECT seller_order, bank, number, holder FROM refund_accounts WHERE seller_order ${among}`,
          wanted,
        ),
        run(
          // What is left of each sale: a correction took its part, or added to it.
          `SELECT seller_order, edition, SUM(amount) AS amount FROM (
             SELECT id, cause AS seller_order, edition, amount FROM ledger WHERE cause ${among}
             UNION ALL
             SELECT NULL, corrects, edition, amount FROM corrections WHERE corrects ${among})
           GROUP BY seller_order, edition HAVING SUM(amount) > 0 ORDER BY MIN(id)`,
          wanted,
        ),
        run(
          `SELECT seller_order, gateway_order, surplus AS amount, surplus_reason AS reason, surplus_at AS since
           FROM gateway_payments WHERE seller_order ${among} AND surplus > 0 ORDER BY gateway_order`,
          wanted,
        ),
        run(
          `SELECT seller_order, SUM(over_refunded - over_settled) AS amount FROM gateway_payments
           WHERE seller_order ${among} GROUP BY seller_order`,
          wanted,
        ),
        run(
          `SELECT seller_order, amount, reference, made_at, received_at FROM surplus_refunds
           WHERE seller_order ${among} ORDER BY id`,
          wanted,
        ),
      ]);
      const [orders, passages, complaints, refunds, accounts, sold, owed, over, owedRefunds] = results.map(
        ({ results: rows }) => rows,
      );
      const of = <T>(rows: Row[] | undefined, code: string): T[] =>
        (rows ?? [])
          .filter(({ seller_order }) => seller_order === code)
          .map(({ seller_order: _, ...row }) => present<T>(row));
      return new Map(
        (orders ?? []).map(({ seller_order: code, proven, ...row }) => {
          const complaint = of<Complaint>(complaints, code).at(-1);
          const account = of<RefundAccount>(accounts, code)[0];
          return [
            code,
            {
              ...present<Omit<SellerOrderLife, Lists | 'proven'>>(row),
              proven: proven === 1,
              ...(complaint && { complaint }),
              refunds: of<Refund>(refunds, code),
              owed: of<OwedMoney>(owed, code),
              owed_refunds: of<OwedRefund>(owedRefunds, code),
              over_refunded: of<{ amount: number }>(over, code)[0]?.amount ?? 0,
              ...(account && { refund_account: account }),
              sold: of<{ edition: string; amount: number }>(sold, code),
              passages: of<Passage>(passages, code),
            },
          ];
        }),
      );
    },

    async change(change): Promise<ChangeResult> {
      try {
        await db.batch(statements(change));
        return 'done';
      } catch (error) {
        const refused = refusal(error);
        if (refused) return refused;
        throw error;
      }
    },

    async due(now, limit) {
      const at = now.toISOString();
      const { results } = await run(DUE, at, limit).all<{ code: string }>();
      return results.map(({ code }) => code);
    },

    async releaseAmounts(now, limit) {
      const { meta } = await run(
        `UPDATE seller_orders SET amount_held = NULL, amount_release_at = NULL
         WHERE code IN (SELECT code FROM seller_orders WHERE amount_release_at <= ?1 LIMIT ?2)`,
        now.toISOString(),
        limit,
      ).run();
      return meta.changes;
    },
  };
}

/** Which of the batch's guards stopped it; `undefined` for a fault that nobody expected. */
function refusal(error: unknown): Exclude<ChangeResult, 'done'> | undefined {
  switch (constraintOf(error)) {
    case 'seller_orders.version':
    case 'complaints.seller_order':
    case 'gateway_payments.surplus':
    case 'gateway_payments.refunded':
    // Two amounts were chosen at once: what was decided on is no longer so.
    case 'seller_orders.seller':
      return 'conflict';
    case 'stock_on_hand':
      return 'out_of_stock';
    default:
      return undefined;
  }
}
