import { EXPIRING_HOURS, WAITING_DAYS } from '../../src/domain/operator/needing-help.ts';
import { daysBefore, wibDay } from '../../src/domain/time.ts';
import type { Clock } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { SearchCounts } from '../search/ports.ts';
import type { OversightStore } from '../turnover/ports.ts';

/** Days over which searches and answering times are told. */
const LOOKING_BACK_DAYS = 30;
const MOST_SHOWN = 50;
const HOUR_MS = 3_600_000;

interface Dependencies {
  oversight: OversightStore;
  searchCounts: SearchCounts;
  catalog: Pick<CatalogReader, 'sellers' | 'sellersByEmail'>;
  clock: Clock;
}

/** Sellers who need help, by what waits for them, and what people looked for in vain. */
export function needingHelp({ oversight, searchCounts, catalog, clock }: Dependencies) {
  return async () => {
    const now = clock.now();
    const ago = (days: number) => new Date(now.getTime() - days * 24 * HOUR_MS);
    const today = wibDay(now);
    const [complaints, owed, over_refunded, expiring, claims, unanswered, unreached, answering, unfound] =
      await Promise.all([
        oversight.openComplaints(MOST_SHOWN),
        oversight.owed(MOST_SHOWN),
        oversight.overRefunded(MOST_SHOWN),
        oversight.expiringBy(new Date(now.getTime() + EXPIRING_HOURS * HOUR_MS), MOST_SHOWN),
        oversight.claimedBefore(ago(WAITING_DAYS), MOST_SHOWN),
        oversight.unansweredSince(ago(WAITING_DAYS), MOST_SHOWN),
        oversight.refusedSellers(ago(LOOKING_BACK_DAYS), MOST_SHOWN),
        oversight.answering(ago(LOOKING_BACK_DAYS)),
        searchCounts.top({
          from: daysBefore(today, LOOKING_BACK_DAYS - 1),
          to: today,
          nothingFound: true,
          limit: MOST_SHOWN,
        }),
      ]);
    // An address that a shop has given up is nobody's trouble any more.
    const refused_mail = (
      await Promise.all(
        unreached.map(async ({ address, at }) =>
          (await catalog.sellersByEmail(address)).map(({ slug }) => ({ seller: slug, address, at })),
        ),
      )
    ).flat();
    const sellers = await catalog.sellers(
      [...complaints, ...owed, ...over_refunded, ...expiring, ...claims, ...unanswered, ...refused_mail].map(
        ({ seller }) => seller,
      ),
    );
    return {
      complaints,
      owed,
      over_refunded,
      expiring,
      claims,
      unanswered,
      refused_mail,
      answering,
      unfound,
      sellers,
    };
  };
}
