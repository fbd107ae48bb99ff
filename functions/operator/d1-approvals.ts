import { setText } from '../../src/domain/products/approval.ts';
import type { SellerSet } from '../products/ports.ts';
import type { ApprovalQueue, SetChange, SetDifference } from './ports.ts';

interface ChangeRow {
  id: number;
  seller: string;
  seller_name: string;
  approved: string | null;
  deployed: string;
  fields: string;
  noticed_at: string;
  first_yes_by: string | null;
  decision: string | null;
}

const COLUMNS = 'id, seller, seller_name, approved, deployed, fields, noticed_at, first_yes_by, decision';
/** Rows of the queue that one page shows. */
const SHOWN = 200;

function toChange(row: ChangeRow): SetChange {
  const { id, seller, seller_name, noticed_at } = row;
  return {
    id,
    seller,
    seller_name,
    noticed_at,
    ...(row.approved && { approved: JSON.parse(row.approved) satisfies SellerSet }),
    deployed: JSON.parse(row.deployed) satisfies SellerSet,
    fields: row.fields.split(',') as SetChange['fields'],
    ...(row.first_yes_by && { first_yes_by: row.first_yes_by }),
    refused: row.decision === 'refused',
  };
}

/** What a change is known by: who it is about and what was deployed. */
const asRows = (differences: SetDifference[]) =>
  JSON.stringify(
    differences.map(({ seller, seller_name, approved, deployed, fields }) => ({
      seller,
      seller_name,
      approved: approved ? setText(approved) : null,
      deployed: setText(deployed),
      fields: fields.join(','),
    })),
  );

/** The queue of changed sets in D1. Letters name the change; their words are made when they are sent. */
export function d1Approvals(db: D1Database): ApprovalQueue {
  const UNDECIDED = `decision IS NULL OR decision = 'refused'`;
  return {
    async open() {
      const { results } = await db
        .prepare(
          `SELECT ${COLUMNS} FROM set_changes WHERE ${UNDECIDED}
           ORDER BY decision IS NOT NULL, id LIMIT ${SHOWN}`,
        )
        .all<ChangeRow>();
      return results.map(toChange);
    },
    async waiting() {
      const row = await db
        .prepare('SELECT COUNT(*) AS n FROM set_changes WHERE decision IS NULL')
        .first<{ n: number }>();
      return row?.n ?? 0;
    },
    async change(id) {
      const row = await db
        .prepare(`SELECT ${COLUMNS} FROM set_changes WHERE id = ?1`)
        .bind(id)
        .first<ChangeRow>();
      return row ? toChange(row) : undefined;
    },
    async notice(differences, { at, operators }) {
      const UNTOLD = 'FROM set_changes WHERE told_at IS NULL';
      await db.batch([
        db
          .prepare(
            `INSERT INTO set_changes (seller, seller_name, approved, deployed, fields, noticed_at)
             SELECT value ->> 'seller', value ->> 'seller_name', value ->> 'approved', value ->> 'deployed',
               value ->> 'fields', ?2
             FROM json_each(?1) AS found
             WHERE NOT EXISTS (
               SELECT 1 FROM set_changes c
               WHERE c.seller = found.value ->> 'seller' AND c.deployed = found.value ->> 'deployed'
                 AND (c.${UNDECIDED.replace('OR ', 'OR c.')}))`,
          )
          .bind(asRows(differences), at),
        db
          .prepare(
            `INSERT INTO audit (at, actor, action, subject, detail)
             SELECT ?1, '', 'set_changed', 'seller:' || seller, fields ${UNTOLD}`,
          )
          .bind(at),
        db
          .prepare(
            `INSERT INTO letters (kind, to_address, detail, created_at, next_attempt_at)
             SELECT 'set_waits', approved ->> 'email', json_object('change', id), ?1, ?1
             ${UNTOLD} AND approved IS NOT NULL`,
          )
          .bind(at),
        db
          .prepare(
            `INSERT INTO letters (kind, to_address, detail, created_at, next_attempt_at)
             SELECT 'set_to_approve', operator.value, json_object('count', (SELECT COUNT(*) ${UNTOLD})), ?1, ?1
             FROM json_each(?2) AS operator WHERE EXISTS (SELECT 1 ${UNTOLD})`,
          )
          .bind(at, JSON.stringify(operators)),
        db.prepare('UPDATE set_changes SET told_at = ?1 WHERE told_at IS NULL').bind(at),
      ]);
    },
    async withdraw(differences, at) {
      await db
        .prepare(
          `UPDATE set_changes SET decision = 'withdrawn', decided_at = ?2, decided_by = ''
           WHERE (${UNDECIDED}) AND NOT EXISTS (
             SELECT 1 FROM json_each(?1) AS found
             WHERE found.value ->> 'seller' = set_changes.seller
               AND found.value ->> 'deployed' = set_changes.deployed)`,
        )
        .bind(asRows(differences), at)
        .run();
    },
    async firstYes(id, by, at) {
      await db.batch([
        db
          .prepare('UPDATE set_changes SET first_yes_by = ?2 WHERE id = ?1 AND first_yes_by IS NULL')
          .bind(id, by),
        db
          .prepare(
            `INSERT INTO audit (at, actor, action, subject, detail)
             SELECT ?3, ?2, 'set_first_yes', 'seller:' || seller, fields FROM set_changes
             WHERE id = ?1 AND first_yes_by = ?2`,
          )
          .bind(id, by, at),
      ]);
    },
    async approve({ id, approved, deployed, seller }, by, at) {
      const own = `FROM set_changes WHERE id = ?1 AND decision = 'approved' AND decided_at = ?2 AND decided_by = ?3`;
      const addresses = [...new Set([approved?.email ?? deployed.email, deployed.email])];
      const [decided] = await db.batch([
        db
          .prepare(
            `UPDATE set_changes SET decision = 'approved', decided_at = ?2, decided_by = ?3
             WHERE id = ?1 AND (${UNDECIDED})`,
          )
          .bind(id, at, by),
        db
          .prepare(
            `INSERT INTO approved_sets (seller, email, whatsapp, payments, approved_at, approved_by)
             SELECT seller, deployed ->> 'email', deployed ->> 'whatsapp', deployed -> 'payments', ?2, ?3 ${own}
             ON CONFLICT (seller) DO UPDATE SET email = excluded.email, whatsapp = excluded.whatsapp,
               payments = excluded.payments, approved_at = excluded.approved_at, approved_by = excluded.approved_by`,
          )
          .bind(id, at, by),
        db
          .prepare(
            `INSERT INTO audit (at, actor, action, subject, detail)
             SELECT ?2, ?3, 'set_approved', 'seller:' || seller, fields ${own}`,
          )
          .bind(id, at, by),
        db
          .prepare(
            `INSERT INTO letters (kind, to_address, detail, created_at, next_attempt_at)
             SELECT 'set_approved', address.value, json_object('change', ?1), ?2, ?2
             FROM json_each(?4) AS address WHERE EXISTS (SELECT 1 ${own})`,
          )
          .bind(id, at, by, JSON.stringify(addresses)),
        // What else was waiting for this seller was measured against a set that is no more.
        db
          .prepare(
            `UPDATE set_changes SET decision = 'withdrawn', decided_at = ?2, decided_by = ''
             WHERE seller = ?3 AND id <> ?1 AND (${UNDECIDED})`,
          )
          .bind(id, at, seller),
      ]);
      return decided!.meta.changes > 0;
    },
    async refuse({ id, approved }, by, at) {
      const own = `FROM set_changes WHERE id = ?1 AND decision = 'refused' AND decided_at = ?2 AND decided_by = ?3`;
      const [decided] = await db.batch([
        db
          .prepare(
            `UPDATE set_changes SET decision = 'refused', decided_at = ?2, decided_by = ?3
             WHERE id = ?1 AND decision IS NULL`,
          )
          .bind(id, at, by),
        db
          .prepare(
            `INSERT INTO audit (at, actor, action, subject, detail)
             SELECT ?2, ?3, 'set_refused', 'seller:' || seller, fields ${own}`,
          )
          .bind(id, at, by),
        db
          .prepare(
            `INSERT INTO letters (kind, to_address, detail, created_at, next_attempt_at)
             SELECT 'set_refused', ?4, json_object('change', ?1), ?2, ?2
             WHERE ?4 <> '' AND EXISTS (SELECT 1 ${own})`,
          )
          .bind(id, at, by, approved?.email ?? ''),
      ]);
      return decided!.meta.changes > 0;
    },
  };
}
