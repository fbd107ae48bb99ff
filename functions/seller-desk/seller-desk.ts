import type { SkuFacts } from '../../src/domain/products/facts.ts';
import { type Pause, pauseOf, scopesOf } from '../../src/domain/products/pause.ts';
import type { RequestError } from '../../src/domain/request-error.ts';
import { MAX_ON_HAND, readBoothSale, readStockChange } from '../../src/domain/seller-desk/booth-sale.ts';
import { cleanLine } from '../../src/domain/text.ts';
import { isDay, startOfWibDay, wibDay } from '../../src/domain/time.ts';
import { CHANNEL_OF } from '../../src/domain/turnover/ledger.ts';
import type { Account } from '../access/ports.ts';
import type { Clock } from '../http/ports.ts';
import type { OrderStore } from '../ordering/ports.ts';
import type { CatalogReader, PauseStore } from '../products/ports.ts';
import type { VisitStore } from '../turnover/ports.ts';
import type { ExportRow, NewBoothSale, RecordedSale, SellerDesk } from './ports.ts';

export interface DeskPorts {
  desk: SellerDesk;
  pauses: PauseStore;
  catalog: CatalogReader;
  orders: Pick<OrderStore, 'stock'>;
  visits: Pick<VisitStore, 'months'>;
  inquiries: { sellerOf(code: string): Promise<string | undefined> };
  clock: Clock;
}

export interface DeskRefusal {
  ok: false;
  status: 404 | 409 | 422;
  code: string;
  errors?: RequestError[];
}

const NOT_FOUND: DeskRefusal = { ok: false, status: 404, code: 'not_found' };
const invalid = (...errors: RequestError[]): DeskRefusal => ({
  ok: false,
  status: 422,
  code: 'invalid',
  errors,
});

/** One SKU as the desk shows it. */
export interface DeskSku {
  facts: SkuFacts;
  /** Pieces left; `null` for what is made to order. */
  left: number | null;
  pause?: Pause;
}

const TODO_LIMIT = 100;
const PAGE = 30;
/** Orders of an export that are read at once. */
const EXPORT_PAGE = 500;
const MAX_NOTE = 200;
const MONTHS = 12;
const BEST = 10;
const DAY_MS = 86_400_000;

/** What a seller does at the desk besides moving orders on. Whose it is was decided by the guard. */
export function sellerDesk({ desk, pauses, catalog, orders, visits, inquiries, clock }: DeskPorts) {
  const shops = (account: Account) => account.sellers.map(({ slug }) => slug);
  const owns = (account: Account, seller: string) => shops(account).includes(seller);

  /** A SKU, or a product without saying which of its variants. */
  async function goods(sku: string): Promise<SkuFacts | undefined> {
    const known = (await catalog.skus([sku])).get(sku);
    if (known) return known;
    const product = await catalog.product(sku);
    const first = product?.skus[0];
    if (!first) return undefined;
    const { variant: _, ...facts } = first;
    return { ...facts, sku, stock: null };
  }

  return {
    todo: (account: Account) => desk.todo(shops(account), clock.now(), TODO_LIMIT),
    async orders(
      account: Account,
      options: { statuses?: string[]; before?: { status_at: string; code: string } },
    ) {
      const rows = await desk.orders(shops(account), { ...options, limit: PAGE + 1 });
      return { rows: rows.slice(0, PAGE), more: rows.length > PAGE };
    },
    /**
     * All orders of the shops, the latest first, page by page: a file is begun before its end is read. Places by
     * their names, since a spreadsheet takes a code such as `33.10` for a number.
     */
    async *exportPages(account: Account): AsyncGenerator<ExportRow[]> {
      for (const seller of shops(account)) {
        let rows = await desk.exportPage(seller, undefined, EXPORT_PAGE);
        while (rows.length) {
          const names = await catalog.regionNames([...new Set(rows.flatMap((row) => row.ship_region ?? []))]);
          yield rows.map((row) => ({
            ...row,
            ship_region: row.ship_region && (names.get(row.ship_region) ?? row.ship_region),
          }));
          rows = await desk.exportPage(seller, rows.at(-1), EXPORT_PAGE);
        }
      }
    },
    pauses: (account: Account) => pauses.ofSellers(shops(account), clock.now()),

    /** The shops' goods with what is left of each. */
    async skus(account: Account): Promise<DeskSku[]> {
      const facts = (await Promise.all(shops(account).map((slug) => catalog.skusOf(slug)))).flat();
      const [live, paused] = await Promise.all([
        orders.stock(facts.map(({ sku }) => sku)),
        pauses.ofSellers(shops(account), clock.now()),
      ]);
      return facts.map((each) => {
        const pause = pauseOf(each, paused);
        return {
          facts: each,
          left: each.stock === null ? null : (live.get(each.sku) ?? each.stock),
          ...(pause && { pause }),
        };
      });
    },
    stockLog: (account: Account) => desk.stockLog(shops(account), 30),

    /** `POST /api/desk/stock`: sets what lies there, or adds to it. */
    async changeStock(
      account: Account,
      fields: Record<string, unknown>,
    ): Promise<{ ok: true; sku: string; on_hand: number } | DeskRefusal> {
      const sku = typeof fields.sku === 'string' ? fields.sku : '';
      const facts = (await catalog.skus([sku])).get(sku);
      if (!facts) return invalid({ pointer: '/sku', code: 'unknown_sku' });
      if (!owns(account, facts.seller)) return NOT_FOUND;
      if (facts.stock === null) return invalid({ pointer: '/sku', code: 'made_to_order' });
      const change = readStockChange(fields);
      const field = 'add' in fields && !('on_hand' in fields) ? '/add' : '/on_hand';
      if (!change) return invalid({ pointer: field, code: 'stock' });
      const on_hand = await desk.changeStock({
        sku,
        seller: facts.seller,
        initial: facts.stock,
        change,
        ...(typeof fields.id === 'string' && /^[\w-]{8,64}$/.test(fields.id) && { request: fields.id }),
        by: account.email,
        at: clock.now(),
      });
      if (on_hand === undefined || on_hand > MAX_ON_HAND * 2)
        return { ok: false, status: 409, code: 'out_of_stock', errors: [{ pointer: field, code: 'stock' }] };
      return { ok: true, sku, on_hand };
    },

    /** `POST /api/desk/sales`: a sale that the mall did not see, with its ledger entry; each id counts once. */
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
      const stops = await pauses.among(scopesOf(facts), now);
      if (stops.some(({ kind: why }) => why === 'suspended'))
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
      const kind = sale.inquiry ? 'reported_sale' : 'offline_sale';
      const written: NewBoothSale = {
        ...sale,
        seller: facts.seller,
        title: facts.title,
        ...(facts.variant !== undefined && { variant: facts.variant }),
        edition: facts.edition,
        kind,
        channel: CHANNEL_OF[kind] as NewBoothSale['channel'],
        recorded_at: now.toISOString(),
        recorded_by: account.email,
        ...(facts.stock !== null && { initial_stock: facts.stock }),
      };
      const isNew = await desk.recordSale(written);
      const recorded = await desk.sale(facts.seller, sale.id);
      if (!recorded) throw new Error('a sale that was recorded is gone');
      const same = recorded.sku === sale.sku && recorded.qty === sale.qty && recorded.amount === sale.amount;
      if (!isNew && !same) return { ok: false, status: 409, code: 'sale_id_reused' };
      return { ok: true, sale: recorded, replayed: !isNew };
    },
    sales: (account: Account) => desk.sales(shops(account), 20),

    /** The shop takes no orders until the end of a day in WIB, or until it says otherwise; at once. */
    async holiday(
      account: Account,
      fields: { seller: string; until?: string; note?: string; on: boolean },
    ): Promise<{ ok: true } | DeskRefusal> {
      const { seller, until = '', note = '', on } = fields;
      if (!owns(account, seller)) return NOT_FOUND;
      const now = clock.now();
      const scope = `seller:${seller}`;
      if (!on) {
        await pauses.lift(scope, 'holiday', account.email, now);
        return { ok: true };
      }
      if (until && (!isDay(until) || until < wibDay(now))) return invalid({ pointer: '/until', code: 'day' });
      const end = until && new Date(startOfWibDay(until).getTime() + DAY_MS).toISOString();
      const pause: Pause = {
        scope,
        kind: 'holiday',
        seller,
        ...(end && { until: end }),
        note: cleanLine(note).slice(0, MAX_NOTE),
      };
      await pauses.set(pause, account.email, now);
      return { ok: true };
    },

    /** Takes one SKU off sale at once, whatever its stock says, or puts it back. */
    async soldOut(account: Account, sku: string, on: boolean): Promise<{ ok: true } | DeskRefusal> {
      const facts = (await catalog.skus([sku])).get(sku);
      if (!facts || !owns(account, facts.seller)) return NOT_FOUND;
      const scope = scopesOf(facts).at(-1)!;
      const now = clock.now();
      if (on)
        await pauses.set({ scope, kind: 'sold_out', seller: facts.seller, note: '' }, account.email, now);
      else await pauses.lift(scope, 'sold_out', account.email, now);
      return { ok: true };
    },

    /** Own figures of the last months, the latest first, and what sold best in them with its visits. */
    async figures(account: Account) {
      const last = monthsBefore(wibDay(clock.now()).slice(0, 7), MONTHS);
      const [sums, visited, best] = await Promise.all([
        desk.months(shops(account), last),
        visits.months('seller', shops(account), last),
        desk.best(shops(account), last, BEST),
      ]);
      const slugs = best.map(({ product }) => product);
      const [products, seen] = await Promise.all([
        catalog.products(slugs),
        visits.months('product', slugs, last),
      ]);
      const visitorsOf = (rows: typeof visited, key: 'month' | 'value', wanted: string) =>
        rows.reduce((sum, row) => (row[key] === wanted ? sum + row.visitors : sum), 0);
      const months = last.map((month) => ({
        amount: 0,
        orders: 0,
        inquiries: 0,
        ...sums.find((row) => row.month === month),
        month,
        visitors: visitorsOf(visited, 'month', month),
      }));
      const first = months.findLastIndex(
        ({ amount, orders, inquiries, visitors }) => amount !== 0 || orders + inquiries + visitors > 0,
      );
      return {
        months: months.slice(0, first + 1),
        best: best.map((row) => ({
          ...row,
          title: products.get(row.product)?.title ?? row.product,
          visitors: visitorsOf(seen, 'value', row.product),
        })),
      };
    },
  };
}

/** A month and those before it, `2026-11`, `2026-10`…; so many in all. */
function monthsBefore(month: string, count: number): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, number - 1 - index, 1)).toISOString().slice(0, 7),
  );
}
