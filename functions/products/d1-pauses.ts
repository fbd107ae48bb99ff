import type { Pause } from '../../src/domain/products/pause.ts';
import { addToAudit } from '../access/d1-sessions.ts';
import type { PauseStore } from './ports.ts';

type Row = Omit<Pause, 'until'> & { until: string | null };

const toPause = ({ until, ...row }: Row): Pause => ({ ...row, ...(until !== null && { until }) });

/** What can't be ordered just now, in D1. */
export function d1Pauses(db: D1Database): PauseStore {
  const read = async (where: string, list: string[], now: Date) => {
    const { results } = await db
      .prepare(
        `SELECT scope, kind, seller, until, note FROM pauses
         WHERE ${where} IN (SELECT value FROM json_each(?1)) AND (until IS NULL OR until > ?2)`,
      )
      .bind(JSON.stringify(list), now.toISOString())
      .all<Row>();
    return results.map(toPause);
  };
  return {
    among: (scopes, now) => read('scope', scopes, now),
    ofSellers: (sellers, now) => read('seller', sellers, now),
    async suspended(now) {
      const { results } = await db
        .prepare("SELECT scope FROM pauses WHERE kind = 'suspended' AND (until IS NULL OR until > ?1)")
        .bind(now.toISOString())
        .all<{ scope: string }>();
      return new Set(results.map(({ scope }) => scope));
    },
    async closed(sellers, now) {
      if (!sellers.length) return new Set();
      const scopes = sellers.map((seller) => `seller:${seller}`);
      const { results } = await db
        .prepare(
          `SELECT seller FROM pauses WHERE scope IN (SELECT value FROM json_each(?1)) AND kind = 'suspended'
             AND fraud = 1 AND (until IS NULL OR until > ?2)`,
        )
        .bind(JSON.stringify(scopes), now.toISOString())
        .all<{ seller: string }>();
      return new Set(results.map(({ seller }) => seller));
    },
    async set({ scope, kind, seller, until, note }, by, at) {
      await db.batch([
        db
          .prepare(
            `INSERT INTO pauses (scope, kind, seller, until, note, set_at, set_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (scope, kind) DO UPDATE SET until = excluded.until, note = excluded.note,
               set_at = excluded.set_at, set_by = excluded.set_by`,
          )
          .bind(scope, kind, seller, until ?? null, note, at.toISOString(), by),
        addToAudit(
          db,
          { actor: by, action: `pause_${kind}`, subject: scope, detail: note },
          at.toISOString(),
        ),
      ]);
    },
    async lift(scope, kind, by, at) {
      await db.batch([
        // The trail tells what was done, so of two people pressing at once only one is in it.
        db
          .prepare(
            `INSERT INTO audit (at, actor, action, subject)
             SELECT ?1, ?2, 'lift_' || kind, scope FROM pauses WHERE scope = ?3 AND kind = ?4`,
          )
          .bind(at.toISOString(), by, scope, kind),
        db.prepare('DELETE FROM pauses WHERE scope = ?1 AND kind = ?2').bind(scope, kind),
      ]);
    },
  };
}
