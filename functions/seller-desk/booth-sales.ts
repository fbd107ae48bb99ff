import { formatRupiah } from '../../src/domain/money.ts';
import type { SkuFacts } from '../../src/domain/products/facts.ts';
import { scopesOf } from '../../src/domain/products/pause.ts';
import type { RequestError } from '../../src/domain/request-error.ts';
import { readBoothSale, voidableSince, waitReasons } from '../../src/domain/seller-desk/booth-sale.ts';
import { deskWords } from '../../src/i18n/seller-desk/desk.ts';
import type { Account } from '../access/ports.ts';
import type { Clock } from '../http/ports.ts';
import type { CatalogReader, PauseStore } from '../products/ports.ts';
import type { BoothSaleStore, NewBoothSale, RecordedSale } from './ports.ts';

const MOST_SHOWN = 20;

interface Dependencies {
  desk: BoothSaleStore;
  pauses: Pick<PauseStore, 'among'>;
  catalog: Pick<CatalogReader, 'skus' | 'product' | 'movedTo' | 'regionNames'>;
  inquiries: { sellerOf(code: string): Promise<string | undefined> };
  clock: Clock;
}

export interface DeskRefusal {
  ok: false;
  status: 404 | 409 | 422;
  code: string;
  errors?: RequestError[];
}

export const NOT_FOUND: DeskRefusal = { ok: false, status: 404, code: 'not_found' };
export const invalid = (...errors: RequestError[]): DeskRefusal => ({
  ok: false,
  status: 422,
  code: 'invalid',
  errors,
});

export const shopsOf = (account: Account): string[] => account.sellers.map(({ slug }) => slug);
export const owns = (account: Account, seller: string): boolean => shopsOf(account).includes(seller);

/** A sale in one line of the trail: `2 × Selendang Truntum, Rp880.000`. */
export function saleInWords({
  qty,
  title,
  variant,
  amount,
}: Pick<RecordedSale, 'qty' | 'title' | 'variant' | 'amount'>): string {
  return `${qty} × ${variant ? `${title}, ${variant}` : title}, ${formatRupiah(amount)}`;
}

/** Sales that the mall did not see: recorded by the seller, and taken back. */
export function boothSales({ desk, pauses, catalog, inquiries, clock }: Dependencies) {
  /** A SKU, or a product without saying which of its variants. */
  async function goods(sku: string): Promise<SkuFacts | undefined> {
    const known = (await catalog.skus([sku])).get(sku);
    if (known) return known;
    const product = await catalog.product((await catalog.movedTo(sku)) ?? sku);
    const first = product?.skus[0];
    if (!first) return undefined;
    const { variant: _, ...facts } = first;
    return { ...facts, sku: facts.product, stock: null };
  }

  return {
    /**
     * `POST /api/desk/sales`: each id counts once. What is likelier a typing error waits for the operator, see
     * `waitReasons`. A suspended shop records nothing.
     */
    async recordSale(
      account: Account,
      fields: Record<string, unknown>,
    ): Promise<{ ok: true; sale: RecordedSale; replayed: boolean } | DeskRefusal> {
      const now = clock.now();
      const read = readBoothSale(fields, now);
      if (!read.ok) return invalid(...read.faults);
      const { sale } = read;
      const facts = await goods(sale.sku);
      if (!facts) return invalid({ pointer: '/sku', code: 'unknown_sku' });
      if (!owns(account, facts.seller)) return NOT_FOUND;
      const same = (recorded: RecordedSale) =>
        [sale.sku, facts.sku].includes(recorded.sku) &&
        recorded.qty === sale.qty &&
        recorded.amount === sale.amount;
      const before = await desk.sale(facts.seller, sale.id);
      if (before)
        return same(before)
          ? { ok: true, sale: before, replayed: true }
          : { ok: false, status: 409, code: 'sale_id_reused' };
      if ((await pauses.among(scopesOf(facts), now)).some(({ kind }) => kind === 'suspended'))
        return {
          ok: false,
          status: 409,
          code: 'suspended',
          errors: [{ pointer: '/sku', code: 'suspended' }],
        };
      if (/^\d/.test(sale.destination ?? '')) {
        const names = await catalog.regionNames([sale.destination!]);
        if (!names.size) return invalid({ pointer: '/destination', code: 'destination' });
      }
      if (sale.inquiry && (await inquiries.sellerOf(sale.inquiry)) !== facts.seller)
        return invalid({ pointer: '/inquiry', code: 'inquiry' });
      const written: NewBoothSale = {
        ...sale,
        sku: facts.sku,
        seller: facts.seller,
        title: facts.title,
        ...(facts.variant !== undefined && { variant: facts.variant }),
        edition: facts.edition,
        waits_for: waitReasons(sale, facts.price, now),
        recorded_at: now.toISOString(),
        recorded_by: account.email,
        ...(facts.stock !== null && {
          initial_stock: facts.stock,
          ...(facts.former && { former: facts.former }),
        }),
      };
      const outcome = await desk.recordSale(written, {
        actor: account.email,
        action: written.waits_for.length ? 'sale_waits' : 'sale',
        subject: `sku:${written.sku}`,
        detail: saleInWords(written),
      });
      const recorded = await desk.sale(facts.seller, sale.id);
      if (!recorded && outcome === 'question_is_sold')
        return {
          ok: false,
          status: 409,
          code: 'question_is_sold',
          errors: [{ pointer: '/inquiry', code: 'question_is_sold' }],
        };
      if (!recorded) throw new Error('a sale that was recorded is gone');
      if (!same(recorded)) return { ok: false, status: 409, code: 'sale_id_reused' };
      return { ok: true, sale: recorded, replayed: outcome !== 'recorded' };
    },

    /** `POST /api/desk/sales/<id>/void`: takes an own sale back within a day; once more changes nothing. */
    async voidSale(account: Account, id: string): Promise<{ ok: true; sale: RecordedSale } | DeskRefusal> {
      const found = (await Promise.all(shopsOf(account).map((seller) => desk.sale(seller, id)))).find(
        Boolean,
      );
      if (!found) return NOT_FOUND;
      if (found.status === 'voided') return { ok: true, sale: found };
      const now = clock.now();
      const done = await desk.voidSale(found.seller, id, {
        since: voidableSince(now),
        by: account.email,
        at: now,
        reason: deskWords.voidReason,
        detail: saleInWords(found),
      });
      const sale = (await desk.sale(found.seller, id)) ?? found;
      return done || sale.status === 'voided'
        ? { ok: true, sale }
        : { ok: false, status: 409, code: 'void_too_late' };
    },

    /** The last sales, each with whether its seller may still take it back. */
    async sales(account: Account): Promise<(RecordedSale & { voidable: boolean })[]> {
      const since = voidableSince(clock.now()).toISOString();
      return (await desk.sales(shopsOf(account), MOST_SHOWN)).map((sale) => ({
        ...sale,
        voidable: sale.recorded_at > since && (sale.status === 'counted' || sale.status === 'waiting'),
      }));
    },
  };
}
