import { queueLetters } from './d1-sessions.ts';
import type { AddressBook } from './ports.ts';

/** Confirmed addresses in D1. */
export function d1Addresses(db: D1Database): AddressBook {
  return {
    async isConfirmed(addresses) {
      const { results } = await db
        .prepare(
          'SELECT address FROM confirmed_addresses WHERE address IN (SELECT lower(value) FROM json_each(?1))',
        )
        .bind(JSON.stringify(addresses))
        .all<{ address: string }>();
      return new Set(results.map(({ address }) => address));
    },
    async confirm(address, at) {
      await db
        .prepare(
          `INSERT INTO confirmed_addresses (address, confirmed_at) VALUES (lower(?1), ?2)
           ON CONFLICT (address) DO UPDATE SET confirmed_at = ?2`,
        )
        .bind(address, at.toISOString())
        .run();
    },
    async ask(letter, at) {
      await queueLetters(db, [letter], at.toISOString()).run();
    },
  };
}
