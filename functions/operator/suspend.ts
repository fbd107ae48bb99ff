import { MAX_CHARACTERS } from '../../src/domain/limits.ts';
import { parseSku } from '../../src/domain/products/sku.ts';
import { cleanLine, cleanText } from '../../src/domain/text.ts';
import type { Clock } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { OversightStore } from '../turnover/ports.ts';

interface Dependencies {
  oversight: OversightStore;
  catalog: Pick<CatalogReader, 'sellers' | 'products' | 'everySeller'>;
  clock: Clock;
}

export type SuspendResult =
  | { ok: true; subject: string }
  | { ok: false; status: 404 | 422; code: 'unknown_subject' | 'reason' | 'not_suspended' };

/**
 * Suspends a seller or a product: from then on it cannot be ordered, found, asked about or sold at the booth,
 * whatever the catalogue says. There are two kinds. A pause lets orders already placed go on. For fraud the shop is
 * closed: nobody is shown where to pay it, its links and sessions end, and buyers whose orders are not over are
 * written to. Ends it again. Each is a line in the audit trail.
 */
export function suspending({ oversight, catalog, clock }: Dependencies) {
  /** A seller's slug or name, `<seller>/<product>`, or the address of its page as it was copied. */
  async function scopeOf(text: string): Promise<{ scope: string; seller: string } | undefined> {
    const subject = text
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/[?#].*$/, '')
      .replace(/^https?:\/\/[^/]+/, '')
      .replace(/^\/?(?:(?:en\/)?(?:ukm|produk)\/)?/, '')
      .replace(/\/+$/, '');
    const sku = parseSku(subject);
    if (sku && !sku.variant)
      return (await catalog.products([subject])).has(subject)
        ? { scope: `product:${subject}`, seller: sku.seller }
        : undefined;
    if ((await catalog.sellers([subject])).has(subject))
      return { scope: `seller:${subject}`, seller: subject };
    const named = (await catalog.everySeller()).filter(
      ({ name }) => name.toLowerCase() === cleanLine(text).toLowerCase(),
    );
    const slug = named.length === 1 ? named[0]!.slug : undefined;
    return slug === undefined ? undefined : { scope: `seller:${slug}`, seller: slug };
  }
  const now = () => clock.now().toISOString();

  return {
    /** @param fraud closes the shop; of a product only the sale can be stopped */
    async suspend(by: string, subject: string, reason: string, fraud = false): Promise<SuspendResult> {
      const why = cleanText(reason);
      if (!why || why.length > MAX_CHARACTERS.reason) return { ok: false, status: 422, code: 'reason' };
      const found = await scopeOf(subject);
      if (!found) return { ok: false, status: 422, code: 'unknown_subject' };
      const { scope, seller } = found;
      const shop = (await catalog.sellers([seller])).get(seller);
      const closes = fraud && scope.startsWith('seller:');
      await oversight.suspend({ ...found, reason: why, since: now(), by, fraud: closes }, shop?.email);
      return { ok: true, subject: found.scope };
    },
    /** By the scope that the list shows, since what left the catalogue must be resumable, too. */
    async resume(by: string, scope: string): Promise<SuspendResult> {
      return (await oversight.resume(scope, by, now()))
        ? { ok: true, subject: scope }
        : { ok: false, status: 404, code: 'not_suspended' };
    },
    list: () => oversight.suspensions(),
  };
}
