import type { Content } from '../../src/catalog/reading/content-folder.ts';
import type { Region } from '../../src/catalog/reading/regions.ts';
import { type Catalogue, joinCatalogue } from '../../src/catalog/showing/join.ts';
import type { PictureManifest } from '../../src/catalog/showing/pictures.ts';
import { productView } from '../../src/catalog/showing/product-page.ts';
import type { ProductView } from '../../src/catalog/showing/product-view.ts';
import { staticLimit, staticProducts } from '../../src/catalog/showing/static-set.ts';
import { ToolError } from '../terminal.ts';
import { insertStatements } from './sql.ts';

/**
 * What the pages show that the Worker renders on demand: those of the products outside the static set. None unless
 * `MALL_STATIC_PRODUCTS` asks for it.
 */
export function onDemandViews(
  content: Content,
  regions: ReadonlyMap<string, Region>,
  pictures: PictureManifest,
  most = limit(),
): ProductView[] {
  if (most === undefined) return [];
  const { products } = joined(content, regions);
  const ahead = staticProducts(products, most);
  const services = [...content.shipping]
    .map(([id, service]) => ({ id, ...service }))
    .sort((a, b) => a.position - b.position);
  return products
    .filter((product) => !ahead.has(product))
    .map((product) => productView(product, services, pictures))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function limit(): number | undefined {
  try {
    return staticLimit();
  } catch (error) {
    throw new ToolError((error as Error).message);
  }
}

function joined(content: Content, regions: ReadonlyMap<string, Region>): Catalogue {
  const entries = <T>(part: Map<string, T>) => [...part].map(([id, data]) => ({ id, data }));
  return joinCatalogue({
    sellers: entries(content.sellers),
    products: [...content.products].map(
      ([id, { body, file: _file, seller: _seller, slug: _slug, ...data }]) => ({
        id,
        data,
        body,
      }),
    ),
    categories: content.categories,
    editions: entries(content.editions),
    placeName: (code) => regions.get(code)?.name ?? code,
  });
}

/** The tables of pages on demand; they are there without any page, too, so that the Worker need not know. */
export const PAGE_TABLES = [
  'DROP TABLE IF EXISTS product_pages',
  'DROP TABLE IF EXISTS product_cards',
  'CREATE TABLE product_pages (slug TEXT PRIMARY KEY, page TEXT NOT NULL, kin TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE product_cards (href TEXT PRIMARY KEY, card TEXT NOT NULL) WITHOUT ROWID',
];

/**
 * Pages as rows. The cards of neighbours, a half of what a page shows, are kept once for all pages that show them;
 * `kin` names them.
 */
export function pageStatements(views: readonly ProductView[]): string[] {
  const cards = new Map<string, string>();
  const pages = views.map(({ moreFromSeller, similar, ...page }) => {
    for (const card of [...moreFromSeller, ...similar]) cards.set(card.href, JSON.stringify(card));
    const hrefs = (list: typeof similar) => list.map(({ href }) => href);
    const kin = { moreFromSeller: hrefs(moreFromSeller), similar: hrefs(similar) };
    return [page.id, JSON.stringify(page), JSON.stringify(kin)];
  });
  return [
    ...insertStatements('product_pages', ['slug', 'page', 'kin'], pages),
    ...insertStatements(
      'product_cards',
      ['href', 'card'],
      [...cards].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  ];
}
