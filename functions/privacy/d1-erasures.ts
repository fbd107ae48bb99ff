import type { ErasedOrder, ErasureList } from './ports.ts';

/** Codes that one question takes to the other database. */
const PAGE = 1000;
const KINDS = [
  { kind: 'order', table: 'orders' },
  { kind: 'inquiry', table: 'inquiries' },
] as const;

/** The list in COUNTS_DB: what was erased stays known when MALL_DB is lost or goes back in time. */
export function d1Erasures(db: D1Database, list: D1Database): ErasureList {
  return {
    async note() {
      for (const { kind, table } of KINDS) {
        const last = await list
          .prepare('SELECT MAX(at) AS last FROM erasures WHERE kind = ?1')
          .bind(kind)
          .first<string>('last');
        const { results } = await db
          .prepare(
            `SELECT code, erased_at AS at FROM ${table} WHERE erased_at IS NOT NULL AND erased_at >= ?1
             ORDER BY erased_at LIMIT ?2`,
          )
          .bind(last ?? '', PAGE)
          .all<{ code: string; at: string }>();
        if (results.length)
          await list
            .prepare(
              `INSERT OR IGNORE INTO erasures (kind, code, at)
               SELECT ?1, value ->> 'code', value ->> 'at' FROM json_each(?2)`,
            )
            .bind(kind, JSON.stringify(results))
            .run();
      }
    },

    async undone(since) {
      const noted = async (kind: string) =>
        JSON.stringify(
          (
            await list
              .prepare('SELECT code FROM erasures WHERE kind = ?1 AND at >= ?2 ORDER BY at DESC LIMIT ?3')
              .bind(kind, since.toISOString(), PAGE)
              .all<{ code: string }>()
          ).results.map(({ code }) => code),
        );
      const [orders, inquiries] = await db.batch([
        db
          .prepare(
            `SELECT code, (SELECT json_group_array(json_object('code', s.code, 'version', s.version))
               FROM seller_orders s WHERE s.order_id = orders.id) AS parts
             FROM orders WHERE code IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL`,
          )
          .bind(await noted('order')),
        db
          .prepare(
            'SELECT code FROM inquiries WHERE code IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL',
          )
          .bind(await noted('inquiry')),
      ]);
      return {
        orders: ((orders?.results ?? []) as { code: string; parts: string }[]).map(
          ({ code, parts }): ErasedOrder => ({ code, parts: JSON.parse(parts) }),
        ),
        inquiries: ((inquiries?.results ?? []) as { code: string }[]).map(({ code }) => code),
      };
    },

    lastBackup: async () =>
      (await list.prepare('SELECT MAX(at) AS last FROM backups').first<string>('last')) ?? undefined,
  };
}
