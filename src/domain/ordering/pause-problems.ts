import type { SkuFacts } from '../products/facts.ts';
import { type Pause, pauseOf } from '../products/pause.ts';
import type { QuoteProblem, WantedLine } from './quote-order.ts';

/** What is wrong with lines whose goods are paused. */
export function pauseProblems(
  lines: readonly WantedLine[],
  skus: ReadonlyMap<string, SkuFacts>,
  pauses: readonly Pause[],
): QuoteProblem[] {
  return lines.flatMap(({ sku }, index): QuoteProblem[] => {
    const facts = skus.get(sku);
    const pause = facts && pauseOf(facts, pauses);
    if (!facts || !pause) return [];
    if (pause.kind === 'sold_out')
      return [{ pointer: `/lines/${index}/qty`, code: 'out_of_stock', sku, left: 0 }];
    const code = pause.kind === 'holiday' ? 'seller_away' : 'suspended';
    return [{ pointer: `/lines/${index}/sku`, code, sku, seller: facts.seller }];
  });
}
