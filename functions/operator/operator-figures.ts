import type { Rupiah } from '../../src/domain/money.ts';
import { daysBefore, wibDay } from '../../src/domain/time.ts';
import type { Channel } from '../../src/domain/turnover/ledger.ts';
import type { TurnoverQuestion } from '../../src/domain/turnover/question.ts';
import { GROUPINGS, type Grouping, operatorDesk } from '../../src/i18n/operator/operator.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { SearchIndex } from '../search/ports.ts';
import { DIMENSIONS, type Dimension, type TurnoverSum } from '../turnover/ports.ts';
import {
  groupSums,
  momentOf,
  sumOf,
  type TurnoverAnswer,
  type TurnoverDependencies,
} from '../turnover/turnover.ts';

/** Days that the chart of days shows. */
export const CHART_DAYS = 30;

export interface GroupRow {
  /** Empty where nobody knows. */
  value: string;
  name: string;
  amount: Rupiah;
}

/** The mall's figures as of a moment, told in every way; each way sums to the total. */
export interface OperatorFigures {
  answer: TurnoverAnswer;
  groups: Partial<Record<Grouping, GroupRow[]>>;
  /** The last days up to the moment, the earliest first, also those without a sale. */
  days: { day: string; amount: Rupiah }[];
}

interface Dependencies extends TurnoverDependencies {
  catalog: TurnoverDependencies['catalog'] & CatalogReader;
  search: Pick<SearchIndex, 'labels'>;
}

/** Which of the ledger's dimensions a grouping is made from. */
const DIMENSION_OF: Record<Grouping, Dimension> = {
  edition: 'edition',
  channel: 'edition',
  region: 'seller',
  destination: 'destination',
  seller: 'seller',
  category: 'product',
  product: 'product',
};

const t = operatorDesk;

/** Names of destinations: regencies by their Kemendagri code, countries by theirs. */
export async function placeNames(
  catalog: Pick<CatalogReader, 'regionNames'>,
  codes: string[],
): Promise<Map<string, string>> {
  const countries = new Intl.DisplayNames(['id'], { type: 'region' });
  const abroad = codes.filter((code) => /^[A-Z]{2}$/.test(code));
  return new Map([
    ...(await catalog.regionNames(codes)),
    ...abroad.map((code) => [code, countries.of(code) ?? code] as const),
  ]);
}

/** Names of what figures are told by, and the figures themselves. */
export function operatorFigures(
  dependencies: Dependencies,
  tell: (question: TurnoverQuestion) => Promise<TurnoverAnswer | undefined>,
) {
  const { turnover, catalog, search } = dependencies;

  /** Rows under their names; what nobody knows stands last, as does what only some entries tell. */
  function named(
    grouping: Grouping,
    amounts: Map<string, Rupiah>,
    names: (value: string) => string | undefined,
  ): GroupRow[] {
    const rows = [...amounts]
      .filter(([, amount]) => amount !== 0)
      .map(([value, amount]) => ({
        value,
        amount,
        name: value === '' ? t.unknown[grouping] : (names(value) ?? value),
      }));
    return [...rows.filter(({ value }) => value !== ''), ...rows.filter(({ value }) => value === '')];
  }

  async function grouped(
    grouping: Grouping,
    sums: Record<Dimension, TurnoverSum[]>,
    productsOf: CatalogReader['products'],
  ): Promise<GroupRow[]> {
    const own = sums[DIMENSION_OF[grouping]];
    const values = [...new Set(own.map(({ value }) => value))].filter(Boolean);
    switch (grouping) {
      case 'edition': {
        const names = new Map((await catalog.editions()).map(({ slug, name }) => [slug, name]));
        return named(
          grouping,
          groupSums(own, ({ value }) => value),
          (value) => names.get(value),
        );
      }
      case 'channel':
        return named(
          grouping,
          groupSums(own, ({ channel }) => channel),
          (value) => t.channels[value as Channel],
        );
      case 'seller': {
        const sellers = await catalog.sellers(values);
        return named(
          grouping,
          groupSums(own, ({ value }) => value),
          (value) => sellers.get(value)?.name,
        );
      }
      case 'region': {
        const sellers = await catalog.sellers(values);
        const amounts = groupSums(own, ({ value }) => sellers.get(value)?.region ?? '');
        const names = await catalog.regionNames([...amounts.keys()]);
        return named(grouping, amounts, (value) => names.get(value));
      }
      case 'destination': {
        const names = await placeNames(catalog, values);
        return named(
          grouping,
          groupSums(own, ({ value }) => value),
          (value) => names.get(value),
        );
      }
      case 'category':
      case 'product': {
        const products = await productsOf(values);
        const labels = grouping === 'category' ? (await search.labels()).category : [];
        const names = new Map(labels.map(({ value, name }) => [value, name]));
        const amounts = groupSums(own, ({ value }) =>
          grouping === 'product' ? value : (products.get(value)?.category ?? ''),
        );
        // Histories, refunds and sales without a product are in the turnover, but of no product.
        const rest = sumOf(sums.edition) - sumOf(own);
        amounts.set('', (amounts.get('') ?? 0) + rest);
        return named(grouping, amounts, (value) =>
          grouping === 'product' ? products.get(value)?.title : names.get(value),
        );
      }
    }
  }

  return async (
    question: Omit<TurnoverQuestion, 'edition'>,
    groupings: readonly Grouping[] = GROUPINGS,
  ): Promise<OperatorFigures> => {
    const answer = await tell(question);
    if (!answer) throw new Error('the whole mall always has figures');
    const moment = new Date(answer.as_of);
    const when = await momentOf(turnover, { ...question, as_of: moment }, moment);
    const wanted = new Set(groupings.map((grouping) => DIMENSION_OF[grouping]));
    const from = daysBefore(wibDay(moment), CHART_DAYS - 1);
    const [sums, days] = await Promise.all([
      turnover.sums(
        DIMENSIONS.filter((dimension) => dimension === 'edition' || wanted.has(dimension)),
        when,
      ),
      turnover.days(from, when),
    ]);
    const amounts = new Map(days.map(({ day, amount }) => [day, amount]));
    // Categories and products are told by the same products, which are read once.
    let products: ReturnType<CatalogReader['products']> | undefined;
    const productsOf: CatalogReader['products'] = (slugs) => {
      products ??= catalog.products(slugs);
      return products;
    };
    const groups = await Promise.all(
      groupings.map(async (grouping) => [grouping, await grouped(grouping, sums, productsOf)] as const),
    );
    return {
      answer,
      groups: Object.fromEntries(groups),
      days: Array.from({ length: CHART_DAYS }, (_, index) => {
        const day = daysBefore(from, -index);
        return { day, amount: amounts.get(day) ?? 0 };
      }),
    };
  };
}
