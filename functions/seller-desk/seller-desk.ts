import { MAX_CHARACTERS } from '../../src/domain/limits.ts';
import type { SkuFacts } from '../../src/domain/products/facts.ts';
import { type Pause, pauseOf, skuScopesOf } from '../../src/domain/products/pause.ts';
import { MAX_ON_HAND, readStockChange } from '../../src/domain/seller-desk/booth-sale.ts';
import { cleanLine } from '../../src/domain/text.ts';
import { DAY_MS, isDay, startOfWibDay, wibDay } from '../../src/domain/time.ts';
import type { Account } from '../access/ports.ts';
import type { Clock } from '../http/ports.ts';
import type { OrderStore } from '../ordering/ports.ts';
import type { CatalogReader, PauseStore } from '../products/ports.ts';
import type { VisitStore } from '../turnover/ports.ts';
import { boothSales, type DeskRefusal, invalid, NOT_FOUND, owns, shopsOf } from './booth-sales.ts';
import type { ExportRow, SellerDesk } from './ports.ts';

export interface DeskPorts {
  desk: SellerDesk;
  pauses: PauseStore;
  catalog: CatalogReader;
  orders: Pick<OrderStore, 'stock'>;
  visits: Pick<VisitStore, 'months'>;
  inquiries: { sellerOf(code: string): Promise<string | undefined> };
  clock: Clock;
}

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
const MONTHS = 12;
const BEST = 10;

/** What a seller does at the desk besides moving orders on. Whose it is was decided by the guard. */
export function sellerDesk(ports: DeskPorts) {
  const { desk, pauses, catalog, orders, visits, clock } = ports;
  return {
    ...boothSales(ports),
    todo: (account: Account) => desk.todo(shopsOf(account), clock.now(), TODO_LIMIT),
    async orders(
      account: Account,
      options: { statuses?: string[]; before?: { status_at: string; code: string } },
    ) {
      const rows = await desk.orders(shopsOf(account), { ...options, limit: PAGE + 1 });
      return { rows: rows.slice(0, PAGE), more: rows.length > PAGE };
    },
    /**
     * All orders of the shops, the latest first, page by page: a file is begun before its end is read. Places by
     * their names, since a spreadsheet takes a code such as `33.10` for a number.
     */
    async *exportPages(account: Account): AsyncGenerator<ExportRow[]> {
      for (const seller of shopsOf(account)) {
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
    pauses: (account: Account) => pauses.ofSellers(shopsOf(account), clock.now()),

    /** The shops' goods with what is left of each. */
    async skus(account: Account): Promise<DeskSku[]> {
      const facts = (await Promise.all(shopsOf(account).map((slug) => catalog.skusOf(slug)))).flat();
      const [live, paused] = await Promise.all([
        orders.stock(facts),
        pauses.ofSellers(shopsOf(account), clock.now()),
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
    stockLog: (account: Account) => desk.stockLog(shopsOf(account), 30),

    /** `POST /api/desk/stock`: sets what lies there, or adds to it. */
    async changeStock(
      account: Account,
      fields: Record<string, unknown>,
    ): Promise<{ ok: true; sku: string; on_hand: number } | DeskRefusal> {
      const asked = typeof fields.sku === 'string' ? fields.sku : '';
      const facts = (await catalog.skus([asked])).get(asked);
      if (!facts) return invalid({ pointer: '/sku', code: 'unknown_sku' });
      if (!owns(account, facts.seller)) return NOT_FOUND;
      if (facts.stock === null) return invalid({ pointer: '/sku', code: 'made_to_order' });
      const change = readStockChange(fields);
      const field = 'add' in fields && !('on_hand' in fields) ? '/add' : '/on_hand';
      if (!change) return invalid({ pointer: field, code: 'stock' });
      const { sku, seller, stock, former } = facts;
      const outcome = await desk.changeStock({
        sku,
        ...(former && { former }),
        seller,
        initial: stock,
        change,
        most: MAX_ON_HAND,
        ...(typeof fields.id === 'string' && /^[\w-]{8,64}$/.test(fields.id) && { request: fields.id }),
        by: account.email,
        at: clock.now(),
      });
      if (outcome === 'request_reused') return { ok: false, status: 409, code: 'stock_id_reused' };
      if (outcome === 'out_of_range')
        return { ok: false, status: 409, code: 'out_of_stock', errors: [{ pointer: field, code: 'stock' }] };
      return { ok: true, sku, on_hand: outcome.on_hand };
    },

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
      const words = cleanLine(note);
      if (words.length > MAX_CHARACTERS.pauseNote) return invalid({ pointer: '/note', code: 'too_long' });
      const end = until && new Date(startOfWibDay(until).getTime() + DAY_MS).toISOString();
      const pause: Pause = {
        scope,
        kind: 'holiday',
        seller,
        ...(end && { until: end }),
        note: words,
      };
      await pauses.set(pause, account.email, now);
      return { ok: true };
    },

    /** Takes one SKU off sale at once, whatever its stock says, or puts it back. */
    async soldOut(account: Account, sku: string, on: boolean): Promise<{ ok: true } | DeskRefusal> {
      const facts = (await catalog.skus([sku])).get(sku);
      if (!facts || !owns(account, facts.seller)) return NOT_FOUND;
      const scopes = skuScopesOf(facts);
      const now = clock.now();
      if (on)
        await pauses.set(
          { scope: scopes[0]!, kind: 'sold_out', seller: facts.seller, note: '' },
          account.email,
          now,
        );
      else
        for (const { scope, kind } of await pauses.among(scopes, now))
          if (kind === 'sold_out') await pauses.lift(scope, kind, account.email, now);
      return { ok: true };
    },

    /** Own figures of the last months, the latest first, and what sold best in them with its visits. */
    async figures(account: Account) {
      const last = monthsBefore(wibDay(clock.now()).slice(0, 7), MONTHS);
      const [sums, visited, best] = await Promise.all([
        desk.months(shopsOf(account), last),
        visits.months('seller', shopsOf(account), last),
        desk.best(shopsOf(account), last, BEST),
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
