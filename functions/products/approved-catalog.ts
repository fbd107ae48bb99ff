import { asApproved } from '../../src/domain/products/approval.ts';
import type { Clock } from '../http/ports.ts';
import type { ApprovedSets, CatalogReader } from './ports.ts';

type Sellers = Pick<CatalogReader, 'sellers' | 'sellersByEmail'>;

interface Dependencies {
  catalog: Sellers & Pick<CatalogReader, 'everySeller'>;
  approvedSets: ApprovedSets;
  clock: Clock;
  /** Called once in a Worker's life, when it is known what is approved. */
  opened: () => void;
}

/**
 * The catalogue's sellers as the operator approved them, asked anew for each request: a changed address, number or
 * account counts from the approval on, and a shop that is not approved yet is not there. The first deployment
 * approves everything as it stands.
 */
export function approvedSellers({ catalog, approvedSets, clock, opened }: Dependencies): Sellers {
  let begun = false;

  async function begin(): Promise<void> {
    if (begun) return;
    if (!(await approvedSets.begun())) {
      const sellers = await catalog.everySeller();
      await approvedSets.begin(new Map(sellers.map((seller) => [seller.slug, seller])), clock.now());
    }
    if (begun) return;
    begun = true;
    opened();
  }

  async function sellers(slugs: string[]): ReturnType<Sellers['sellers']> {
    if (!slugs.length) return new Map();
    await begin();
    const [deployed, approved] = await Promise.all([catalog.sellers(slugs), approvedSets.of(slugs)]);
    return new Map(
      [...deployed].flatMap(([slug, seller]) => {
        const set = approved.get(slug);
        return set ? [[slug, asApproved(seller, set)] as const] : [];
      }),
    );
  }

  return {
    sellers,
    async sellersByEmail(email) {
      await begin();
      return [...(await sellers(await approvedSets.sellersOf(email))).values()];
    },
  };
}
