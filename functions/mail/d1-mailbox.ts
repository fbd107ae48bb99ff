import type { EmailSender, Mailbox } from './ports.ts';

const TABLE = `CREATE TABLE IF NOT EXISTS local_mailbox (
  id INTEGER PRIMARY KEY, "to" TEXT NOT NULL, "from" TEXT NOT NULL, subject TEXT NOT NULL,
  text TEXT NOT NULL, html TEXT NOT NULL, message_id TEXT NOT NULL UNIQUE, at TEXT NOT NULL)`;

/**
 * A mailbox in a local D1 database for machines without an SMTP server. Never used where the Worker is
 * deployed, so its table stands in no migration.
 */
export function d1Mailbox(db: D1Database): EmailSender & Mailbox {
  return {
    connect: () => ({
      async send(email) {
        await db.batch([
          db.prepare(TABLE),
          db
            .prepare(
              `INSERT OR IGNORE INTO local_mailbox ("to", "from", subject, text, html, message_id, at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
            )
            .bind(
              email.to,
              email.from,
              email.subject,
              email.text,
              email.html,
              email.messageId,
              new Date().toISOString(),
            ),
        ]);
        return { is: 'accepted' };
      },
      close() {},
    }),
    async list() {
      const [, rows] = await db.batch([
        db.prepare(TABLE),
        db.prepare('SELECT id, "to", subject, at FROM local_mailbox ORDER BY id DESC LIMIT 200'),
      ]);
      return rows?.results as { id: number; to: string; subject: string; at: string }[];
    },
    async read(id) {
      const [, rows] = await db.batch([
        db.prepare(TABLE),
        db
          .prepare(
            'SELECT id, "to", "from", subject, text, html, message_id AS messageId, at FROM local_mailbox WHERE id = ?1',
          )
          .bind(id),
      ]);
      return rows?.results[0] as Awaited<ReturnType<Mailbox['read']>>;
    },
  };
}
