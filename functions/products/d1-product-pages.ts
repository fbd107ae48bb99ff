import type { ProductView } from '../../src/catalog/showing/product-view.ts';
import { CatalogUnavailable } from './d1-catalog.ts';
import type { ProductPages } from './ports.ts';

type Card = ProductView['similar'][number];

/** Pages on demand from the catalogue snapshot; the cards of neighbours are shared by the pages that show them. */
export function d1ProductPages(database: () => Promise<D1Database | undefined>): ProductPages {
  return {
    async page(slug) {
      const db = await database();
      if (!db) throw new CatalogUnavailable();
      const [pages, cards] = await db.batch<Record<string, string>>([
        db.prepare('SELECT page, kin FROM product_pages WHERE slug = ?1').bind(slug),
        db
          .prepare(
            `SELECT href, card FROM product_cards WHERE href IN (
               SELECT each.value FROM product_pages p, json_each(p.kin) list, json_each(list.value) each
               WHERE p.slug = ?1)`,
          )
          .bind(slug),
      ]);
      const row = pages?.results[0];
      if (!row) return undefined;
      const byHref = new Map(cards!.results.map(({ href, card }) => [href!, JSON.parse(card!) as Card]));
      const kin: Record<'moreFromSeller' | 'similar', string[]> = JSON.parse(row.kin!);
      const drawn = (hrefs: string[]) => hrefs.map((href) => byHref.get(href)!);
      return {
        ...(JSON.parse(row.page!) as Omit<ProductView, keyof typeof kin>),
        moreFromSeller: drawn(kin.moreFromSeller),
        similar: drawn(kin.similar),
      };
    },
  };
}
