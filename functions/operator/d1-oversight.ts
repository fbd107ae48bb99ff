import { addToAudit } from '../access/d1-sessions.ts';
import type {
  AuditRow,
  OpenComplaint,
  OversightStore,
  OwedByOrder,
  RefusedAddress,
  Suspension,
  UnansweredInquiry,
  WaitingOrder,
} from '../turnover/ports.ts';

const WAITING_COLUMNS = 'code, seller, status, total, expires_at, claimed_at';

/** Buyers whose orders of the shop are not over hear that they should send it no money. */
const TELL_BUYERS = `
INSERT INTO outbox (kind, order_id, seller_order, to_address, created_at, next_attempt_at)
SELECT 'shop_closed_buyer', o.id, s.code, o.buyer_email, ?3, ?3
FROM seller_orders s JOIN orders o ON o.id = s.order_id
WHERE s.seller = ?2 AND s.status IN ('awaiting_shipping', 'awaiting_payment', 'paid', 'processing', 'shipped')
  AND o.buyer_email IS NOT NULL AND o.erased_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM pauses WHERE scope = ?1 AND kind = 'suspended' AND fraud = 1)`;

const END_SESSIONS = 'UPDATE sessions SET revoked_at = ?2 WHERE email = ?1 AND revoked_at IS NULL';

/** What the operator's desk keeps and watches, in D1. */
export function d1Oversight(db: D1Database): OversightStore {
  return {
    async suspensions() {
      const { results } = await db
        .prepare(
          `SELECT scope, seller, note AS reason, set_at AS since, set_by AS "by", fraud FROM pauses
           WHERE kind = 'suspended' ORDER BY set_at DESC, scope LIMIT 500`,
        )
        .all<Omit<Suspension, 'fraud'> & { fraud: 0 | 1 }>();
      return results.map(({ fraud, ...row }) => ({ ...row, fraud: fraud === 1 }));
    },

    async suspend({ scope, seller, reason, since, by, fraud }, email) {
      await db.batch([
        // What ends with a shop that is closed for fraud, once: where it is closed already, nobody is written to again.
        ...(fraud
          ? [
              db.prepare(TELL_BUYERS).bind(scope, seller, since),
              db.prepare(END_SESSIONS).bind((email ?? '').toLowerCase(), since),
            ]
          : []),
        db
          .prepare(
            `INSERT INTO pauses (scope, kind, seller, note, set_at, set_by, fraud)
             VALUES (?1, 'suspended', ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (scope, kind) DO UPDATE SET note = excluded.note, set_by = excluded.set_by,
               fraud = excluded.fraud`,
          )
          .bind(scope, seller, reason, since, by, fraud ? 1 : 0),
        addToAudit(
          db,
          { actor: by, action: fraud ? 'suspend_fraud' : 'suspend', subject: scope, detail: reason },
          since,
        ),
      ]);
    },

    async resume(scope, by, at) {
      // The trail tells what was done, so of two people pressing at once only one is in it.
      const [noted] = await db.batch([
        db
          .prepare(
            `INSERT INTO audit (at, actor, action, subject, detail)
             SELECT ?1, ?2, 'resume', scope, '' FROM pauses WHERE scope = ?3 AND kind = 'suspended'`,
          )
          .bind(at, by, scope),
        db.prepare("DELETE FROM pauses WHERE scope = ?1 AND kind = 'suspended'").bind(scope),
      ]);
      return noted!.meta.changes > 0;
    },

    async note({ at, ...entry }) {
      await addToAudit(db, entry, at).run();
    },

    async auditTrail({ before, limit }) {
      const { results } = await db
        .prepare(
          `SELECT id, at, actor, action, subject, detail FROM audit WHERE id < ?1 ORDER BY id DESC LIMIT ?2`,
        )
        .bind(before ?? Number.MAX_SAFE_INTEGER, limit)
        .all<AuditRow>();
      return results;
    },

    async expiringBy(moment, limit) {
      const { results } = await db
        .prepare(
          `SELECT ${WAITING_COLUMNS} FROM seller_orders WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2`,
        )
        .bind(moment.toISOString(), limit)
        .all<WaitingOrder>();
      return results;
    },

    async claimedBefore(moment, limit) {
      const { results } = await db
        .prepare(
          `SELECT ${WAITING_COLUMNS} FROM seller_orders
           WHERE claimed_at <= ?1 AND status IN ('awaiting_payment', 'expired', 'cancelled')
           ORDER BY claimed_at LIMIT ?2`,
        )
        .bind(moment.toISOString(), limit)
        .all<WaitingOrder>();
      return results;
    },

    async refusedSellers(since, limit) {
      const refused = (box: string) =>
        `SELECT to_address, created_at FROM ${box}
         WHERE ended_because = 'refused' AND created_at > ?1 AND kind GLOB '*_seller' AND to_address <> ''`;
      const taken = (box: string) =>
        `EXISTS (SELECT 1 FROM ${box} WHERE created_at > at AND to_address = address AND sent_at IS NOT NULL)`;
      const { results } = await db
        .prepare(
          `SELECT address, at FROM (
             SELECT to_address AS address, MAX(created_at) AS at
             FROM (${refused('outbox')} UNION ALL ${refused('letters')}) GROUP BY to_address)
           WHERE NOT ${taken('outbox')} AND NOT ${taken('letters')}
           ORDER BY at DESC LIMIT ?2`,
        )
        .bind(since.toISOString(), limit)
        .all<RefusedAddress>();
      return results;
    },

    async openComplaints(limit) {
      const { results } = await db
        .prepare(
          `SELECT c.seller_order AS code, s.seller, c.reason, c.opened_at, c.answered_at, c.decided_at
           FROM complaints c JOIN seller_orders s ON s.code = c.seller_order
           WHERE c.closed_at IS NULL ORDER BY c.opened_at LIMIT ?1`,
        )
        .bind(limit)
        .all<OpenComplaint>();
      return results;
    },

    async owed(limit) {
      const { results } = await db
        .prepare(
          `SELECT g.seller_order AS code, s.seller, g.surplus AS amount, COALESCE(g.surplus_at, g.created_at) AS since
           FROM gateway_payments g JOIN seller_orders s ON s.code = g.seller_order
           WHERE g.surplus > 0 ORDER BY g.gateway_order LIMIT ?1`,
        )
        .bind(limit)
        .all<OwedByOrder>();
      return results;
    },

    async overRefunded(limit) {
      const { results } = await db
        .prepare(
          `SELECT g.seller_order AS code, s.seller, g.over_refunded - g.over_settled AS amount,
             COALESCE(g.status_at, g.created_at) AS since
           FROM gateway_payments g JOIN seller_orders s ON s.code = g.seller_order
           WHERE g.over_refunded > g.over_settled ORDER BY g.gateway_order LIMIT ?1`,
        )
        .bind(limit)
        .all<OwedByOrder>();
      return results;
    },

    async unansweredSince(moment, limit) {
      const { results } = await db
        .prepare(
          `SELECT code, seller, created_at FROM inquiries
           WHERE status = 'open' AND created_at <= ?1 ORDER BY created_at LIMIT ?2`,
        )
        .bind(moment.toISOString(), limit)
        .all<UnansweredInquiry>();
      return results;
    },

    async answering(since) {
      return (await db
        .prepare(
          `SELECT COUNT(*) AS answered,
             COALESCE(AVG((julianday(first_answer_at) - julianday(created_at)) * 24), 0) AS hours
           FROM inquiries WHERE created_at >= ?1 AND first_answer_at IS NOT NULL`,
        )
        .bind(since.toISOString())
        .first<{ answered: number; hours: number }>())!;
    },
  };
}
