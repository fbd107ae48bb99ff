import type { Proof, ProofStore } from './ports.ts';

const COLUMNS = 'id, seller_order, kind, given_by, type, bytes, at';

/** How many photos a side has on a seller order. */
const COUNT = '(SELECT COUNT(*) FROM proofs WHERE seller_order = ?1 AND given_by = ?2)';
/** A claim that is proven doesn't lapse; whoever decides on what was before decides again. */
const STOP_CLAIM = `
UPDATE seller_orders SET expires_at = NULL, version = version + 1
WHERE code = ?1 AND status = 'awaiting_payment' AND claimed_at IS NOT NULL AND expires_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM proofs WHERE id = ?2 AND kind = 'payment' AND given_by = 'buyer')`;

/** Under which key a photo lies in the bucket. */
export const pictureKey = ({ seller_order, id }: Pick<Proof, 'seller_order' | 'id'>) =>
  `${seller_order}/${id}`;

/** Photos in R2, and in D1 what they belong to. */
export function r2Proofs(db: D1Database, bucket: R2Bucket): ProofStore {
  return {
    async keep(proof, picture, most) {
      const { id, seller_order, kind, given_by, type, bytes, at } = proof;
      const full = await db
        .prepare(`SELECT ${COUNT} >= ?3 AS many`)
        .bind(seller_order, given_by, most)
        .first('many');
      if (full) return false;
      // The picture first: a row without one would be a photo that nobody can open.
      await bucket.put(pictureKey(proof), picture as Uint8Array<ArrayBuffer>, {
        httpMetadata: { contentType: type },
      });
      const [kept] = await db.batch([
        db
          .prepare(`INSERT INTO proofs (${COLUMNS}) SELECT ?3, ?1, ?4, ?2, ?5, ?6, ?7 WHERE ${COUNT} < ?8`)
          .bind(seller_order, given_by, id, kind, type, bytes, at, most),
        db.prepare(STOP_CLAIM).bind(seller_order, id),
      ]);
      if (kept?.meta.changes) return true;
      await bucket.delete(pictureKey(proof));
      return false;
    },
    async ofSellerOrders(codes) {
      const { results } = await db
        .prepare(
          `SELECT ${COLUMNS} FROM proofs WHERE seller_order IN (SELECT value FROM json_each(?1)) ORDER BY at, id`,
        )
        .bind(JSON.stringify(codes))
        .all<Proof>();
      return results;
    },
    async picture(proof) {
      return (await bucket.get(pictureKey(proof)))?.body;
    },
  };
}
