import { daysBefore, wibDay } from '../../src/domain/time.ts';
import type { RateLimiter } from '../access/ports.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { SearchCounts, SearchIndex } from '../search/ports.ts';
import type { BoothSaleStore } from '../seller-desk/ports.ts';
import { correctingTurnover } from '../turnover/correct-turnover.ts';
import { countVisit } from '../turnover/count-visit.ts';
import type { OversightStore, SpreadsheetWriter, TurnoverStore, VisitStore } from '../turnover/ports.ts';
import { enterHistory, turnoverAsOf } from '../turnover/turnover.ts';
import { decidingSales } from './decide-sale.ts';
import { exportFigures } from './export-figures.ts';
import { CHART_DAYS, operatorFigures } from './operator-figures.ts';
import { needingHelp } from './sellers-needing-help.ts';
import { suspending } from './suspend.ts';
import { trailInWords } from './trail-in-words.ts';

const TOP_VISITED = 20;
const TRAIL_PAGE = 50;

/** What the mall's figures and the operator's desk need. */
export interface FiguresPorts {
  turnover: TurnoverStore;
  visits: VisitStore;
  oversight: OversightStore;
  desk: BoothSaleStore;
  sheets: SpreadsheetWriter;
  catalog: CatalogReader;
  search: SearchIndex;
  searchCounts: SearchCounts;
  limiter: RateLimiter;
  clock: Clock;
  random: Randomness;
  settings: Settings;
}

/** The figures that the mall is measured by, and what the operator does about them. */
export function tellFigures(ports: FiguresPorts) {
  const { turnover, visits, oversight, clock } = ports;
  const enter = enterHistory(ports);
  const tell = turnoverAsOf(ports, enter);
  const grouped = operatorFigures(ports, tell);
  const inWords = trailInWords(ports.catalog);
  return {
    turnover: tell,
    grouped,
    export: exportFigures({ ...ports, grouped }),
    countVisit: countVisit(ports),
    suspensions: suspending(ports),
    corrections: correctingTurnover(ports),
    editions: () => ports.catalog.editions(),
    /** Sales that wait for the operator. */
    sales: decidingSales(ports),
    needingHelp: needingHelp(ports),

    /** Visits of the last days, and the most visited pages of the month so far. */
    async visits() {
      const today = wibDay(clock.now());
      const from = daysBefore(today, CHART_DAYS - 1);
      const month = today.slice(0, 7);
      const [days, edition, region, product] = await Promise.all([
        visits.days(from, today),
        visits.top('edition', month, TOP_VISITED),
        visits.top('region', month, TOP_VISITED),
        visits.top('product', month, TOP_VISITED),
      ]);
      const byDay = new Map(days.map((day) => [day.day, day]));
      const [regions, products, editions] = await Promise.all([
        ports.catalog.regionNames(region.map(({ value }) => value)),
        ports.catalog.products(product.map(({ value }) => value)),
        ports.catalog.editions(),
      ]);
      const nameOf = {
        edition: (value: string) => editions.find(({ slug }) => slug === value)?.name,
        region: (value: string) => regions.get(value),
        product: (value: string) => products.get(value)?.title,
      };
      const top = { edition, region, product };
      return {
        days: Array.from({ length: CHART_DAYS }, (_, index) => {
          const day = daysBefore(from, -index);
          return byDay.get(day) ?? { day, views: 0, visitors: 0 };
        }),
        top: (['edition', 'region', 'product'] as const).map((kind) => ({
          kind,
          rows: top[kind].map((row) => ({ ...row, name: nameOf[kind](row.value) ?? row.value })),
        })),
      };
    },

    /** One page of the audit trail, and the id from which the next one goes on. */
    async auditTrail(before?: number) {
      const rows = await oversight.auditTrail({ ...(before && { before }), limit: TRAIL_PAGE + 1 });
      const shown = rows.slice(0, TRAIL_PAGE);
      return { rows: shown, ...(rows.length > TRAIL_PAGE && { next: shown.at(-1)!.id }) };
    },
    /** One page of the audit trail in sentences for people. */
    async trailInWords(before?: number) {
      const page = await this.auditTrail(before);
      return { ...page, rows: await inWords(page.rows) };
    },
    note: (actor: string, action: string, subject: string, detail = '') =>
      oversight.note({ at: clock.now().toISOString(), actor, action, subject, detail }),

    /** Sums the ledger anew; answers how many sums were wrong before. */
    async recount(actor: string): Promise<number> {
      const wrong = await turnover.drift();
      await turnover.rebuild();
      await this.note(actor, 'recount', 'ledger', String(wrong));
      return wrong;
    },

    /** For the scheduled handler: enters the history, and throws away what told yesterday's visitors apart. */
    async tidy(): Promise<void> {
      await enter();
      await visits.forget(wibDay(clock.now()));
    },
  };
}
