import type { AuditEntry, Letter, Session, SessionStore, SignIn } from './ports.ts';

/** Drops members that are null, so that an absent figure is absent everywhere. */
function present<T>(row: object): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}

/** The statement that queues letters, for the batch of whatever causes them. */
export function queueLetters(db: D1Database, letters: Letter[], at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO letters (kind, to_address, detail, created_at, next_attempt_at)
       SELECT value ->> 'kind', value ->> 'to', value -> 'detail', ?2, ?2 FROM json_each(?1)`,
    )
    .bind(JSON.stringify(letters), at);
}

/** The statement that adds to the audit trail, for the batch of what it tells. */
export function addToAudit(db: D1Database, entry: AuditEntry, at: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO audit (at, actor, action, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)')
    .bind(at, entry.actor, entry.action, entry.subject, entry.detail ?? '');
}

const SESSION_COLUMNS = 'id, email, device, created_at, last_seen_at, expires_at';

/** Sign-ins and sessions in D1. */
export function d1Sessions(db: D1Database): SessionStore {
  return {
    async ask(signIn, { letter, audit }) {
      const { id, email, known, browser, next, asked_at, expires_at } = signIn;
      await db.batch([
        db
          .prepare(
            `INSERT INTO sign_ins (id, email, known, browser, next, asked_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
          )
          .bind(id, email, known ? 1 : 0, browser ?? null, next, asked_at, expires_at),
        ...(letter ? [queueLetters(db, [letter], asked_at)] : []),
        ...(audit ? [addToAudit(db, audit, asked_at)] : []),
      ]);
    },
    async signIn(id) {
      const row = await db
        .prepare('SELECT * FROM sign_ins WHERE id = ?1')
        .bind(id)
        .first<Omit<SignIn, 'known'> & { known: 0 | 1 }>();
      return row ? { ...present<SignIn>(row), known: row.known === 1 } : undefined;
    },
    async countTry(id, limit, now) {
      const { meta } = await db
        .prepare(
          `UPDATE sign_ins SET tries = tries + 1
           WHERE id = ?1 AND tries < ?2 AND used_at IS NULL AND expires_at > ?3`,
        )
        .bind(id, limit, now.toISOString())
        .run();
      return meta.changes === 1;
    },
    async open({ sign_in, ...session }) {
      try {
        await db.batch([
          db
            .prepare(`INSERT INTO sessions (sign_in, ${SESSION_COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`)
            .bind(
              sign_in,
              session.id,
              session.email,
              session.device,
              session.created_at,
              session.last_seen_at,
              session.expires_at,
            ),
          db.prepare('UPDATE sign_ins SET used_at = ?2 WHERE id = ?1').bind(sign_in, session.created_at),
        ]);
        return true;
      } catch (error) {
        if (String((error as Error).message).includes('sessions.sign_in')) return false;
        throw error;
      }
    },
    async session(id, now) {
      const row = await db
        .prepare(
          `SELECT ${SESSION_COLUMNS} FROM sessions WHERE id = ?1 AND expires_at > ?2 AND revoked_at IS NULL`,
        )
        .bind(id, now.toISOString())
        .first<Session>();
      return row ?? undefined;
    },
    async seen(id, at) {
      await db
        .prepare('UPDATE sessions SET last_seen_at = ?2 WHERE id = ?1')
        .bind(id, at.toISOString())
        .run();
    },
    async sessions(email, now) {
      const { results } = await db
        .prepare(
          `SELECT ${SESSION_COLUMNS} FROM sessions
           WHERE email = ?1 AND expires_at > ?2 AND revoked_at IS NULL ORDER BY last_seen_at DESC LIMIT 50`,
        )
        .bind(email, now.toISOString())
        .all<Session>();
      return results;
    },
    async revoke(email, which, at) {
      const one = 'id' in which;
      await db
        .prepare(
          `UPDATE sessions SET revoked_at = ?3
           WHERE email = ?1 AND revoked_at IS NULL AND ${one ? 'id = ?2' : 'id <> ?2'}`,
        )
        .bind(email, one ? which.id : which.allBut, at.toISOString())
        .run();
    },
  };
}
