import type { OversightStore, TurnoverStore, VisitStore } from '../ports-figures.ts';
import { d1Oversight } from './d1-oversight.ts';
import { d1Turnover } from './d1-turnover.ts';
import { d1Visits } from './d1-visits.ts';

/** Everything in D1 that the mall's figures are told from. */
export function d1Figures(
  mall: D1Database,
  counts: D1Database,
): { turnover: TurnoverStore; oversight: OversightStore; visits: VisitStore } {
  return { turnover: d1Turnover(mall), oversight: d1Oversight(mall), visits: d1Visits(counts) };
}
