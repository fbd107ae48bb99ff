import type { Rupiah } from '../../domain/money.ts';
import { latestRecord } from '../../domain/products/recorded-figures.ts';
import type { Edition } from './join.ts';

export const FIGURES = ['turnover', 'sellers', 'products', 'visitors', 'inquiries'] as const;
export type Figure = (typeof FIGURES)[number];

/** The mall's recorded figures; each is absent where nothing was recorded. Turnover in rupiah. */
export type Figures = Partial<Record<Figure, number>> & {
  /** The latest moment of any of them, as recorded. */
  asOf?: string;
};

/** An edition's turnover by its latest record, in rupiah. */
export function editionTurnover(edition: Pick<Edition, 'history'>): Rupiah | undefined {
  return latest(edition.history, 'turnover');
}

/**
 * The figures of the whole mall: turnover is the sum over the editions, each at its latest record; the others
 * count the mall, so the latest record of any edition holds.
 */
export function latestFigures(editions: Pick<Edition, 'history'>[]): Figures {
  const history = editions.flatMap((edition) => edition.history);
  const turnovers = editions.map(editionTurnover).filter((amount) => amount !== undefined);
  const moments = history.map((record) => record.as_of).sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    turnover: turnovers.length ? turnovers.reduce((sum, amount) => sum + amount, 0) : undefined,
    sellers: latest(history, 'sellers'),
    products: latest(history, 'products'),
    visitors: latest(history, 'visitors'),
    inquiries: latest(history, 'inquiries'),
    asOf: moments.at(-1),
  };
}

function latest(history: Edition['history'], figure: Figure): number | undefined {
  return latestRecord(history, figure)?.[figure];
}
