import type { ApprovedSets, SellerSet } from './ports.ts';

interface SetRow {
  seller: string;
  email: string;
  whatsapp: string;
  payments: string;
}

/** Sets that go to the database in one statement: some 400 bytes each, a parameter holds 2 MB. */
const CHUNK = 2_000;

function toSet({ email, whatsapp, payments }: SetRow): SellerSet {
  return { email, whatsapp, payments: JSON.parse(payments) };
}

/** Approved sets in D1. Nothing is kept in memory: an approval counts for the next request everywhere. */
export function d1ApprovedSets(db: D1Database): ApprovedSets {
  const read = async (statement: D1PreparedStatement) => {
    const { results } = await statement.all<SetRow>();
    return new Map(results.map((row) => [row.seller, toSet(row)]));
  };
  return {
    of: (sellers) =>
      read(
        db
          .prepare(
            `SELECT seller, email, whatsapp, payments FROM approved_sets
             WHERE seller IN (SELECT value FROM json_each(?1))`,
          )
          .bind(JSON.stringify(sellers)),
      ),
    all: () => read(db.prepare('SELECT seller, email, whatsapp, payments FROM approved_sets')),
    async sellersOf(email) {
      const { results } = await db
        .prepare('SELECT seller FROM approved_sets WHERE lower(email) = lower(?1)')
        .bind(email)
        .all<{ seller: string }>();
      return results.map(({ seller }) => seller);
    },
    async begun() {
      return (await db.prepare('SELECT 1 AS one FROM approved_sets LIMIT 1').first()) !== null;
    },
    async begin(sellers, at) {
      const now = at.toISOString();
      const rows = [...sellers].map(([seller, { email, whatsapp, payments }]) => ({
        seller,
        email,
        whatsapp,
        payments,
      }));
      const statements: D1PreparedStatement[] = [];
      // Of two Workers that begin at once the later one finds the other's rows and leaves them.
      for (let start = 0; start < rows.length; start += CHUNK)
        statements.push(
          db
            .prepare(
              `INSERT INTO approved_sets (seller, email, whatsapp, payments, approved_at, approved_by)
               SELECT value ->> 'seller', value ->> 'email', value ->> 'whatsapp', value -> 'payments', ?2, ''
               FROM json_each(?1)
               WHERE NOT EXISTS (SELECT 1 FROM approved_sets WHERE approved_at <> ?2 OR approved_by <> '')
               ON CONFLICT DO NOTHING`,
            )
            .bind(JSON.stringify(rows.slice(start, start + CHUNK)), now),
        );
      if (statements.length) await db.batch(statements);
    },
  };
}
