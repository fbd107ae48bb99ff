import { MAX_CHARACTERS } from '../../src/domain/limits.ts';
import { cleanText } from '../../src/domain/text.ts';
import type { Clock } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import { saleInWords } from '../seller-desk/booth-sales.ts';
import type { BoothSaleStore, RecordedSale } from '../seller-desk/ports.ts';

const MOST_SHOWN = 50;

interface Dependencies {
  desk: Pick<BoothSaleStore, 'waitingSales' | 'sale' | 'decideSale'>;
  catalog: Pick<CatalogReader, 'sellers'>;
  clock: Clock;
}

export type SaleDecision =
  | { ok: true; sale: RecordedSale }
  | {
      ok: false;
      status: 404 | 409 | 422;
      code: 'not_found' | 'sale_not_waiting' | 'invalid';
      errors?: { pointer: string; code: string }[];
    };

/** Sales that wait for the operator before they count in the turnover, see `waitReasons`. */
export function decidingSales({ desk, catalog, clock }: Dependencies) {
  return {
    /** Those that wait, with the shops' names. */
    async waiting() {
      const sales = await desk.waitingSales(MOST_SHOWN);
      const sellers = await catalog.sellers([...new Set(sales.map(({ seller }) => seller))]);
      return sales.map((sale) => ({ ...sale, seller_name: sellers.get(sale.seller)?.name ?? sale.seller }));
    },

    /** Approves or refuses; a refusal tells the seller why. The same decision once more changes nothing. */
    async decide(by: string, fields: Record<string, unknown>): Promise<SaleDecision> {
      const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
      const decision = text('decision');
      const reason = cleanText(text('reason'));
      if (decision !== 'approve' && decision !== 'refuse')
        return invalid({ pointer: '/decision', code: 'decision' });
      if (reason.length > MAX_CHARACTERS.reason || (decision === 'refuse' && !reason))
        return invalid({ pointer: '/reason', code: 'reason' });
      const [seller, id] = [text('seller'), text('id')];
      const found = await desk.sale(seller, id);
      if (!found) return { ok: false, status: 404, code: 'not_found' };
      const approve = decision === 'approve';
      const done = await desk.decideSale(seller, id, {
        approve,
        by,
        at: clock.now(),
        decision: reason,
        detail: [saleInWords(found), reason].filter(Boolean).join('. '),
      });
      const sale = (await desk.sale(seller, id)) ?? found;
      const stands = sale.decided_at !== undefined && sale.status === (approve ? 'counted' : 'refused');
      return done || stands ? { ok: true, sale } : { ok: false, status: 409, code: 'sale_not_waiting' };
    },
  };
}

const invalid = (...errors: { pointer: string; code: string }[]): SaleDecision => ({
  ok: false,
  status: 422,
  code: 'invalid',
  errors,
});
