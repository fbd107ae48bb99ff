import type { Proof, ProofStore } from './ports.ts';

const COLUMNS = 'id, seller_order, kind, given_by, type, bytes, at';

/** Under which key a photo lies in the bucket. */
export const pictureKey = ({ seller_order, id }: Pick<Proof, 'seller_order' | 'id'>) =>
  `${seller_order}/${id}`;

/** Photos in R2, and in D1 what they belong to. */
export function r2Proofs(db: D1Database, bucket: R2Bucket): ProofStore {
  return {
    async keep(proof, picture) {
      const { id, seller_order, kind, given_by, type, bytes, at } = proof;
      // The picture first: a row without one would be a photo that nobody can open.
      await bucket.put(pictureKey(proof), picture as Uint8Array<ArrayBuffer>, {
        httpMetadata: { contentType: type },
      });
      await db
        .prepare(`INSERT INTO proofs (${COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`)
        .bind(id, seller_order, kind, given_by, type, bytes, at)
        .run();
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
