import type { Rupiah } from '../../src/domain/money.ts';
import {
  latestRecord,
  openingBalances,
  type RecordedFigure,
} from '../../src/domain/products/recorded-figures.ts';
import { wibIso } from '../../src/domain/time.ts';
import { type AsOf, countsFrom } from '../../src/domain/turnover/ledger.ts';
import type { TurnoverQuestion } from '../../src/domain/turnover/question.ts';
import type { Clock } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { TurnoverStore, TurnoverSum, VisitStore } from './ports.ts';

export interface TurnoverDependencies {
  turnover: TurnoverStore;
  visits: Pick<VisitStore, 'visitorsBy'>;
  catalog: Pick<CatalogReader, 'editions' | 'health'>;
  clock: Clock;
}

/** Turnover in rupiah; the parts of each kind and the editions sum to the total. Moments in WIB, ISO 8601. */
export interface TurnoverAnswer {
  as_of: string;
  known_at: string;
  total: Rupiah;
  /** Sold through the mall's own orders, less refunds. */
  captured: Rupiah;
  /** Told by sellers: sold at a booth or closed elsewhere. */
  reported: Rupiah;
  /** Recorded by the expos' own reports, before the mall counted. */
  history: Rupiah;
  /** Set right by the operator, where it is of no one entry; the other corrections are in the figures before. */
  corrected: Rupiah;
  editions: { edition: string; total: Rupiah }[];
  /** Sellers, products, visitors and inquiries are the whole mall's, whichever edition was asked for. */
  counts_of: 'mall';
  sellers: number;
  products: number;
  visitors: number;
  inquiries: number;
}

export const sumOf = (sums: Pick<TurnoverSum, 'amount'>[]): Rupiah =>
  sums.reduce((total, { amount }) => total + amount, 0);

/** The amounts by what `key` tells, the largest first. */
export function groupSums(sums: TurnoverSum[], key: (sum: TurnoverSum) => string): Map<string, Rupiah> {
  const groups = new Map<string, Rupiah>();
  for (const sum of sums) groups.set(key(sum), (groups.get(key(sum)) ?? 0) + sum.amount);
  return new Map([...groups].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/**
 * Enters the editions' recorded history and the catalogue's size, once; later calls in the same Worker cost
 * nothing, since its catalogue never changes.
 */
export function enterHistory({ turnover, catalog, clock }: Omit<TurnoverDependencies, 'visits'>) {
  let entered = false;
  return async (): Promise<void> => {
    if (entered) return;
    const [editions, health] = await Promise.all([catalog.editions(), catalog.health()]);
    await turnover.enterHistory(editions.flatMap(({ slug, history }) => openingBalances(slug, history)));
    if (health)
      await turnover.keepSize({
        at: clock.now().toISOString(),
        sellers: health.sellers,
        products: health.products,
      });
    entered = health !== undefined;
  };
}

/** The moment that is asked about, and whether it lies before the mall's own entries. */
export async function momentOf(
  turnover: Pick<TurnoverStore, 'openedAt'>,
  { as_of, known_at }: TurnoverQuestion,
  now: Date,
): Promise<AsOf> {
  const moment = as_of ?? now;
  const opened = await turnover.openedAt();
  return {
    as_of: moment,
    ...(known_at && { known_at }),
    ...(opened && moment < countsFrom(opened) && { history_only: true }),
  };
}

/**
 * Turnover and the other figures as of a moment, as they are known now or were at another. What an edition's
 * source recorded stands until its moment; from then on the mall adds what it counts itself. An unknown edition
 * is answered with `undefined`.
 */
export function turnoverAsOf(dependencies: TurnoverDependencies, enter: () => Promise<void>) {
  const { turnover, visits, catalog, clock } = dependencies;

  /** A count of the mall's own added to the latest record of it. */
  async function counted(
    figure: RecordedFigure,
    moment: Date,
    by: (moment: Date) => Promise<number>,
  ): Promise<number> {
    const records = (await catalog.editions()).flatMap(({ history }) => history);
    const record = latestRecord(records, figure, moment);
    if (!record) return by(moment);
    const [now, then] = await Promise.all([by(moment), by(new Date(record.as_of))]);
    return record[figure]! + now - then;
  }

  async function sizeAt(moment: Date): Promise<{ sellers: number; products: number }> {
    const records = (await catalog.editions()).flatMap(({ history }) => history);
    const kept = await turnover.sizeAt(moment);
    const size = (figure: 'sellers' | 'products') => {
      const record = latestRecord(records, figure, moment);
      const recordIsNewer = record && (!kept || Date.parse(record.as_of) > Date.parse(kept.at));
      return (recordIsNewer ? record[figure] : kept?.[figure]) ?? 0;
    };
    return { sellers: size('sellers'), products: size('products') };
  }

  return async ({ edition, ...asked }: TurnoverQuestion): Promise<TurnoverAnswer | undefined> => {
    await enter();
    const editions = await catalog.editions();
    if (edition !== undefined && !editions.some(({ slug }) => slug === edition)) return undefined;
    const now = clock.now();
    const when = await momentOf(turnover, asked, now);
    const moment = when.as_of;
    const [{ edition: sums }, size, visitors, inquiries] = await Promise.all([
      turnover.sums(['edition'], when),
      sizeAt(moment),
      counted('visitors', moment, visits.visitorsBy),
      counted('inquiries', moment, turnover.inquiriesBy),
    ]);
    const asked_for = edition === undefined ? sums : sums.filter(({ value }) => value === edition);
    const ofChannels = (...channels: string[]) =>
      sumOf(asked_for.filter(({ channel }) => channels.includes(channel)));
    const totals = groupSums(asked_for, ({ value }) => value);
    const slugs = new Set([
      ...(edition === undefined ? editions.map(({ slug }) => slug) : [edition]),
      ...totals.keys(),
    ]);
    return {
      as_of: wibIso(moment),
      known_at: wibIso(asked.known_at ?? now),
      total: sumOf(asked_for),
      captured: ofChannels('online'),
      reported: ofChannels('booth', 'elsewhere'),
      history: ofChannels('history'),
      corrected: ofChannels('correction'),
      editions: [...slugs].map((slug) => ({ edition: slug, total: totals.get(slug) ?? 0 })),
      counts_of: 'mall',
      ...size,
      visitors,
      inquiries,
    };
  };
}
