import { d1Turnover } from '../turnover/d1-turnover.ts';
import { d1Visits } from '../turnover/d1-visits.ts';
import type { OversightStore, TurnoverStore, VisitStore } from '../turnover/ports.ts';
import { d1Oversight } from './d1-oversight.ts';

/** Everything in D1 that the mall's figures are told from. */
export function d1Figures(
  mall: D1Database,
  counts: D1Database,
): { turnover: TurnoverStore; oversight: OversightStore; visits: VisitStore } {
  return { turnover: d1Turnover(mall), oversight: d1Oversight(mall), visits: d1Visits(counts) };
}
