import { parseSku } from '../../src/domain/products/sku.ts';
import { cleanText } from '../../src/domain/text.ts';
import type { Clock } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { OversightStore } from '../turnover/ports.ts';

const MAX_REASON = 500;

interface Dependencies {
  oversight: OversightStore;
  catalog: Pick<CatalogReader, 'sellers' | 'products'>;
  clock: Clock;
}

export type SuspendResult =
  | { ok: true; subject: string }
  | { ok: false; status: 404 | 422; code: 'unknown_subject' | 'reason' | 'not_suspended' };

/**
 * Suspends a seller or a product: from then on it cannot be ordered, whatever the catalogue says; orders already
 * placed go on. Ends it again. Each is a line in the audit trail.
 */
export function suspending({ oversight, catalog, clock }: Dependencies) {
  /** A seller's slug, `<seller>/<product>`, or the address of its page. */
  async function scopeOf(text: string): Promise<{ scope: string; seller: string } | undefined> {
    const subject = text
      .trim()
      .replace(/^https?:\/\/[^/]+/, '')
      .replace(/^\/?(?:(?:en\/)?(?:ukm|produk)\/)?/, '')
      .replace(/\/+$/, '');
    const sku = parseSku(subject);
    if (sku && !sku.variant)
      return (await catalog.products([subject])).has(subject)
        ? { scope: `product:${subject}`, seller: sku.seller }
        : undefined;
    return (await catalog.sellers([subject])).has(subject)
      ? { scope: `seller:${subject}`, seller: subject }
      : undefined;
  }
  const now = () => clock.now().toISOString();

  return {
    async suspend(by: string, subject: string, reason: string): Promise<SuspendResult> {
      const why = cleanText(reason);
      if (!why || why.length > MAX_REASON) return { ok: false, status: 422, code: 'reason' };
      const found = await scopeOf(subject);
      if (!found) return { ok: false, status: 422, code: 'unknown_subject' };
      await oversight.suspend({ ...found, reason: why, since: now(), by });
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
