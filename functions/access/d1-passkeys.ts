import { addToAudit, queueLetters } from './d1-sessions.ts';
import type { Passkey, PasskeyStore } from './ports.ts';

type Row = Omit<Passkey, 'transports'> & { transports: string; last_used_at: string | null };

const passkeyOf = ({ transports, last_used_at, ...row }: Row): Passkey => ({
  ...row,
  transports: JSON.parse(transports) as string[],
  ...(last_used_at && { last_used_at }),
});

/** Passkeys and recovery codes in D1. */
export function d1Passkeys(db: D1Database): PasskeyStore {
  const secondFactor = (session: string, at: string) =>
    db.prepare('UPDATE sessions SET second_factor_at = ?2 WHERE id = ?1').bind(session, at);

  return {
    async of(email) {
      const { results } = await db
        .prepare('SELECT * FROM passkeys WHERE email = ?1 ORDER BY created_at')
        .bind(email)
        .all<Row>();
      return results.map(passkeyOf);
    },
    async byId(id) {
      const row = await db.prepare('SELECT * FROM passkeys WHERE id = ?1').bind(id).first<Row>();
      return row ? passkeyOf(row) : undefined;
    },
    async add({ id, email, public_key, counter, transports, device, created_at }, session, letter) {
      const [made] = await db.batch([
        db
          .prepare(
            `INSERT INTO passkeys (id, email, public_key, counter, transports, device, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING`,
          )
          .bind(id, email, public_key, counter, JSON.stringify(transports), device, created_at),
        secondFactor(session, created_at),
        queueLetters(db, [letter], created_at),
      ]);
      return made!.meta.changes === 1;
    },
    async used(id, counter, at) {
      await db
        .prepare('UPDATE passkeys SET counter = ?2, last_used_at = ?3 WHERE id = ?1')
        .bind(id, counter, at.toISOString())
        .run();
    },
    async remove(email, id) {
      await db.prepare('DELETE FROM passkeys WHERE email = ?1 AND id = ?2').bind(email, id).run();
    },
    async removeAll(email, { at, audit, letter }) {
      await db.batch([
        db.prepare('DELETE FROM passkeys WHERE email = ?1').bind(email),
        db.prepare('DELETE FROM recovery_codes WHERE email = ?1').bind(email),
        // Whoever is signed in with what was lost is out.
        db
          .prepare('UPDATE sessions SET revoked_at = ?2 WHERE email = ?1 AND revoked_at IS NULL')
          .bind(email, at),
        addToAudit(db, audit, at),
        queueLetters(db, [letter], at),
      ]);
    },
    async replaceCodes(email, signatures, at) {
      await db.batch([
        db.prepare('DELETE FROM recovery_codes WHERE email = ?1').bind(email),
        db
          .prepare(
            'INSERT INTO recovery_codes (email, signature, made_at) SELECT ?1, value, ?3 FROM json_each(?2)',
          )
          .bind(email, JSON.stringify(signatures), at.toISOString()),
      ]);
    },
    async useCode(email, signature, session, at) {
      const { meta } = await db
        .prepare(
          'UPDATE recovery_codes SET used_at = ?3 WHERE email = ?1 AND signature = ?2 AND used_at IS NULL',
        )
        .bind(email, signature, at.toISOString())
        .run();
      if (meta.changes !== 1) return false;
      await secondFactor(session, at.toISOString()).run();
      return true;
    },
    async codesLeft(email) {
      const left = await db
        .prepare('SELECT COUNT(*) AS n FROM recovery_codes WHERE email = ?1 AND used_at IS NULL')
        .bind(email)
        .first<number>('n');
      return left ?? 0;
    },
  };
}
