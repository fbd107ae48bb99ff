import { wibDay } from '../../src/domain/time.ts';
import { clientOf, isBot, VISITORS_OF_ADDRESS, visitedPage } from '../../src/domain/turnover/visit.ts';
import type { RateLimiter } from '../access/ports.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { Visit, VisitStore } from './ports.ts';

/** Products whose edition is kept in memory; a catalogue's never changes. */
const MAX_KNOWN = 5_000;

export interface VisitInput {
  path: string;
  /** What tells visitors apart; hashed with the day's key, never stored. */
  address: string;
  userAgent: string;
}

interface Dependencies {
  visits: VisitStore;
  catalog: Pick<CatalogReader, 'products' | 'sellers' | 'regionNames' | 'editions'>;
  clock: Clock;
  random: Pick<Randomness, 'sha256'>;
  limiter: RateLimiter;
  settings: Pick<Settings, 'limits'>;
}

/**
 * Counts a view of a page: for the whole mall, and for the product, shop, region and edition that it is about if the
 * catalogue has them. Bots and private pages are not counted. A visitor is address and browser under a key that
 * is thrown away with the day, so nobody can be followed from one day to the next; of one address at most
 * `VISITORS_OF_ADDRESS` are told apart.
 */
export function countVisit({ visits, catalog, clock, random, limiter, settings }: Dependencies) {
  const editionOf = new Map<string, string | undefined>();

  async function valuesOf(path: string): Promise<Visit['values'] | undefined> {
    const page = visitedPage(path);
    if (!page) return undefined;
    const values: Visit['values'] = [];
    if (page.product) {
      if (!editionOf.has(page.product)) {
        if (editionOf.size >= MAX_KNOWN) editionOf.clear();
        editionOf.set(page.product, (await catalog.products([page.product])).get(page.product)?.edition);
      }
      const edition = editionOf.get(page.product);
      if (edition) values.push({ kind: 'product', value: page.product }, { kind: 'edition', value: edition });
    }
    const isKnown = page.product
      ? values.length > 0
      : page.seller && (await catalog.sellers([page.seller])).has(page.seller);
    if (page.seller && isKnown) values.push({ kind: 'seller', value: page.seller });
    if (page.region && (await catalog.regionNames([page.region])).has(page.region))
      values.push({ kind: 'region', value: page.region });
    if (page.edition && (await catalog.editions()).some(({ slug }) => slug === page.edition))
      values.push({ kind: 'edition', value: page.edition });
    return values;
  }

  return async ({ path, address, userAgent }: VisitInput): Promise<'counted' | 'left_out' | 'too_many'> => {
    if (settings.limits && !(await limiter.allow(`visit:${address}`, 'reading'))) return 'too_many';
    if (isBot(userAgent)) return 'left_out';
    const values = await valuesOf(path);
    if (!values) return 'left_out';
    const at = clock.now();
    const key = await visits.key(wibDay(at));
    const name = Number.parseInt((await random.sha256(`${key}\n${userAgent}`)).slice(0, 8), 16);
    const visitor = `${key}\n${clientOf(address)}\n${name % VISITORS_OF_ADDRESS}`;
    const hash = (await random.sha256(visitor)).slice(0, 32);
    await visits.record({ at, hash, values });
    return 'counted';
  };
}
