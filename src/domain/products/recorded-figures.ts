import type { Rupiah } from '../money.ts';

/** Figures that an expo's source recorded at a moment; each is absent where it recorded none. */
export interface RecordedFigures {
  /** ISO 8601 with offset. */
  as_of: string;
  /** Turnover of the edition up to the moment, in rupiah. */
  turnover?: Rupiah;
  visitors?: number;
  inquiries?: number;
  sellers?: number;
  products?: number;
  source: string;
}
export type RecordedFigure = 'turnover' | 'visitors' | 'inquiries' | 'sellers' | 'products';

/** The latest record of a figure by a moment; without one, the latest of all. */
export function latestRecord<R extends { as_of: string } & Partial<Record<RecordedFigure, number>>>(
  history: readonly R[],
  figure: RecordedFigure,
  by?: Date,
): R | undefined {
  return history
    .filter(
      (record) =>
        record[figure] !== undefined && (by === undefined || Date.parse(record.as_of) <= by.getTime()),
    )
    .reduce<R | undefined>(
      (latest, record) => (latest && Date.parse(latest.as_of) >= Date.parse(record.as_of) ? latest : record),
      undefined,
    );
}

/**
 * An edition's recorded turnover as ledger entries: the first record whole, each later one by what it added, in
 * rupiah. A record that adds nothing makes no entry.
 */
export function openingBalances(
  edition: string,
  history: readonly RecordedFigures[],
): { edition: string; amount: Rupiah; occurred_at: string; source: string }[] {
  let told = 0;
  return [...history]
    .sort((a, b) => Date.parse(a.as_of) - Date.parse(b.as_of))
    .flatMap(({ as_of, turnover, source }) => {
      const amount = (turnover ?? told) - told;
      if (amount <= 0) return [];
      told += amount;
      return [{ edition, amount, occurred_at: new Date(as_of).toISOString(), source }];
    });
}
