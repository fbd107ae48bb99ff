import { constraintOf, present } from '../http/d1-rows.ts';
import type { AuditEntry, Letter, LinkEpochs, Session, SessionStore, SignIn } from './ports.ts';

/** The statement that queues letters, for the batch of whatever causes them. */
export function queueLetters(db: D1Database, letters: Letter[], at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO letters (kind, to_address, detail, created_at, next_attempt_at)
       SELECT value ->> 'kind', value ->> 'to', value -> 'detail', ?2, ?2 FROM json_each(?1)`,
    )
    .bind(JSON.stringify(letters), at);
}

/** What costs as much as queueing a letter and is never sent. */
function queueNothing(db: D1Database, id: string, at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO letters (kind, to_address, detail, created_at, next_attempt_at, sent_at)
       VALUES ('nobody', '', json_object('id', ?1), ?2, ?2, ?2)`,
    )
    .bind(id, at);
}

/** The statement that adds to the audit trail, for the batch of what it tells. */
export function addToAudit(db: D1Database, entry: AuditEntry, at: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO audit (at, actor, action, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)')
    .bind(at, entry.actor, entry.action, entry.subject, entry.detail ?? '');
}

/** The statement that ends the links in the mailboxes of shops. */
function endLinks(db: D1Database, shops: string[]): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO link_epochs (seller, epoch) SELECT value, 1 FROM json_each(?1) WHERE true
       ON CONFLICT (seller) DO UPDATE SET epoch = epoch + 1`,
    )
    .bind(JSON.stringify(shops));
}

const SESSION_COLUMNS =
  'id, email, device, created_at, last_seen_at, expires_at, browser, new_device, made_by, second_factor_at';

type SessionRow = Omit<Session, 'new_device'> & { new_device: 0 | 1 };
const sessionOf = (row: SessionRow): Session => ({
  ...present<Session>(row),
  new_device: row.new_device === 1,
});

/** Sign-ins and sessions in D1. */
export function d1Sessions(db: D1Database): SessionStore {
  return {
    async ask(signIn, { letter, audit }) {
      const { id, email, known, browser, made_by, next, asked_at, expires_at } = signIn;
      await db.batch([
        db
          .prepare(
            `INSERT INTO sign_ins (id, email, known, browser, made_by, next, asked_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
          )
          .bind(id, email, known ? 1 : 0, browser ?? null, made_by ?? null, next, asked_at, expires_at),
        letter ? queueLetters(db, [letter], asked_at) : queueNothing(db, id, asked_at),
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
    async openToAny(email, now) {
      await db
        .prepare(
          `UPDATE sign_ins SET browser = NULL
           WHERE expires_at > ?2 AND email = ?1 AND browser IS NOT NULL AND used_at IS NULL`,
        )
        .bind(email, now.toISOString())
        .run();
    },
    async knowsDevice(email, id, now) {
      const row = await db
        .prepare('SELECT 1 FROM devices WHERE email = ?1 AND id = ?2 AND expires_at > ?3')
        .bind(email, id, now.toISOString())
        .first();
      return row !== null;
    },
    async open({ sign_in, ...session }, { deviceUntil, letter }) {
      try {
        await db.batch([
          db
            .prepare(
              `INSERT INTO sessions (sign_in, ${SESSION_COLUMNS})
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`,
            )
            .bind(
              sign_in,
              session.id,
              session.email,
              session.device,
              session.created_at,
              session.last_seen_at,
              session.expires_at,
              session.browser,
              session.new_device ? 1 : 0,
              session.made_by ?? null,
              session.second_factor_at ?? null,
            ),
          db.prepare('UPDATE sign_ins SET used_at = ?2 WHERE id = ?1').bind(sign_in, session.created_at),
          db
            .prepare(
              `INSERT INTO devices (email, id, first_at, expires_at) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (email, id) DO UPDATE SET expires_at = excluded.expires_at`,
            )
            .bind(session.email, session.browser, session.created_at, deviceUntil),
          ...(letter ? [queueLetters(db, [letter], session.created_at)] : []),
        ]);
        return true;
      } catch (error) {
        if (constraintOf(error) === 'sessions.sign_in') return false;
        throw error;
      }
    },
    async session(id, now) {
      const row = await db
        .prepare(
          `SELECT ${SESSION_COLUMNS}, EXISTS (SELECT 1 FROM passkeys p WHERE p.email = sessions.email) AS has_passkey
           FROM sessions WHERE id = ?1 AND expires_at > ?2 AND revoked_at IS NULL`,
        )
        .bind(id, now.toISOString())
        .first<SessionRow & { has_passkey: 0 | 1 }>();
      return row ? { ...sessionOf(row), has_passkey: row.has_passkey === 1 } : undefined;
    },
    async secondFactor(id, at) {
      await db
        .prepare('UPDATE sessions SET second_factor_at = ?2 WHERE id = ?1')
        .bind(id, at.toISOString())
        .run();
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
        .all<SessionRow>();
      return results.map(sessionOf);
    },
    async news(email, since) {
      const { results } = await db
        .prepare(
          `SELECT ${SESSION_COLUMNS} FROM sessions
           WHERE email = ?1 AND created_at > ?2 AND (new_device = 1 OR made_by IS NOT NULL)
           ORDER BY created_at DESC LIMIT 10`,
        )
        .bind(email, since.toISOString())
        .all<SessionRow>();
      return results.map(sessionOf);
    },
    async revoke(email, which, at) {
      const one = 'id' in which;
      const id = one ? which.id : which.allBut;
      const device = '(SELECT browser FROM sessions WHERE email = ?1 AND id = ?2)';
      const forgetDevices = db
        .prepare(`DELETE FROM devices WHERE email = ?1 AND id ${one ? '=' : 'IS NOT'} ${device}`)
        .bind(email, id);
      await db.batch([
        ...(one && which.keepDevice ? [] : [forgetDevices]),
        db
          .prepare(
            `UPDATE sessions SET revoked_at = ?3
             WHERE email = ?1 AND revoked_at IS NULL AND ${one ? 'id = ?2' : 'id <> ?2'}`,
          )
          .bind(email, id, at.toISOString()),
        ...(one ? [] : [endLinks(db, which.shops)]),
      ]);
    },
  };
}

/** Epochs of shops' links in D1; a shop without a row is at 0. */
export function d1LinkEpochs(db: D1Database): LinkEpochs {
  return {
    async of(seller) {
      const epoch = await db
        .prepare('SELECT epoch FROM link_epochs WHERE seller = ?1')
        .bind(seller)
        .first<number>('epoch');
      return epoch ?? 0;
    },
  };
}
