import type { Rupiah } from '../../src/domain/money.ts';
import type { AsOf, LedgerEntry } from '../../src/domain/turnover/ledger.ts';

// Turnover by reading every entry, as the database's sums must tell it, too.

/** True when an entry counts: it had occurred by the one moment and was recorded by the other. */
function counts(entry: Pick<LedgerEntry, 'occurred_at' | 'recorded_at'>, { as_of, known_at }: AsOf): boolean {
  if (Date.parse(entry.occurred_at) > as_of.getTime()) return false;
  return known_at === undefined || Date.parse(entry.recorded_at) <= known_at.getTime();
}

/** Turnover as of a moment in rupiah, as it is known now or was known at `known_at`. */
export function turnover(entries: LedgerEntry[], when: AsOf): Rupiah {
  return entries.reduce((sum, entry) => (counts(entry, when) ? sum + entry.amount : sum), 0);
}

/** Turnover by edition, seller, channel or whatever `group` says; the groups sum to the whole. */
export function turnoverBy<K>(
  entries: LedgerEntry[],
  group: (entry: LedgerEntry) => K,
  when: AsOf,
): Map<K, Rupiah> {
  const sums = new Map<K, Rupiah>();
  for (const entry of entries) {
    if (!counts(entry, when)) continue;
    const key = group(entry);
    sums.set(key, (sums.get(key) ?? 0) + entry.amount);
  }
  return sums;
}
