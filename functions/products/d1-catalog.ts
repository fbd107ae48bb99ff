import type { SellerFacts, SkuFacts } from '../../src/domain/products/facts.ts';
import { variantPrices } from '../../src/domain/products/price.ts';
import type { ShippingService } from '../../src/domain/products/shipping-service.ts';
import type { CatalogEdition, CatalogProduct, CatalogReader } from './ports.ts';

/** SKUs kept in memory; the catalogue of a version never changes, so nothing in it can go stale. */
const MAX_CACHED_SKUS = 20_000;
/** Products kept in memory by name, some 200 bytes each. */
const MAX_CACHED_PRODUCTS = 50_000;

interface SkuRow {
  sku: string;
  product: string;
  variant: string | null;
  own_price: number | null;
  stock: number | null;
  weight_grams: number;
  volume_cm3: number | null;
  former: string | null;
  seller: string;
  title: string;
  edition: string;
  price: number;
  min_qty: number;
  tiers: string;
  unit: string;
  made_to_order_days: number | null;
  image: string | null;
  url: string;
}

interface ProductRow {
  slug: string;
  seller: string;
  title: string;
  category: string;
  region: string;
  edition: string;
  price: number;
  min_qty: number;
  tiers: string;
  url: string;
  image: string | null;
}

type ProductName = Pick<ProductRow, 'slug' | 'seller' | 'title' | 'category' | 'edition'>;

interface SellerRow {
  slug: string;
  name: string;
  regency: string;
  email: string;
  whatsapp: string;
  payments: string;
  sample: number;
}

const SKU_COLUMNS = `s.sku, s.product, s.variant, s.own_price, s.stock, s.weight_grams, s.volume_cm3, s.former,
  p.seller, p.title, p.edition, p.price, p.min_qty, p.tiers, p.unit, p.made_to_order_days, p.image, p.url`;

function toSkuFacts(row: SkuRow): SkuFacts {
  const prices = variantPrices(
    { price: row.price, tiers: JSON.parse(row.tiers) },
    row.own_price ?? undefined,
  );
  return {
    sku: row.sku,
    ...(row.former !== null && { former: JSON.parse(row.former) }),
    seller: row.seller,
    product: row.product,
    title: row.title,
    ...(row.variant !== null && { variant: row.variant }),
    ...prices,
    min_qty: row.min_qty,
    unit: row.unit,
    stock: row.stock,
    ...(row.made_to_order_days !== null && { made_to_order_days: row.made_to_order_days }),
    weight_grams: row.weight_grams,
    ...(row.volume_cm3 !== null && { volume_cm3: row.volume_cm3 }),
    edition: row.edition,
    ...(row.image !== null && { image: row.image }),
    url: row.url,
  };
}

/**
 * The one of the two catalogue databases that holds `version`; asked for once in a Worker's life, and again
 * while neither does, since a catalogue may still be loading.
 */
export function catalogDatabase(
  databases: D1Database[],
  version: string,
): () => Promise<D1Database | undefined> {
  let found: D1Database | undefined;
  return async () => {
    if (found) return found;
    for (const db of databases) {
      const held = await db
        .prepare('SELECT version FROM catalog')
        .first<string>('version')
        .catch(() => undefined);
      if (held === version) {
        found = db;
        break;
      }
    }
    return found;
  };
}

/**
 * The catalogue snapshot in D1, read-only, with what was read kept in memory: values, never promises. A client that
 * leaves ends its request's I/O, whose promise then never settles, and whoever waited for it would wait for good.
 */
export function d1Catalog(database: () => Promise<D1Database | undefined>, version: string): CatalogReader {
  const skuCache = new Map<string, SkuFacts>();
  const productCache = new Map<string, ProductName>();
  const nameCache = new Map<string, string>();
  let sellerCache: Map<string, SellerFacts> | undefined;
  let serviceCache: ShippingService[] | undefined;
  let editionCache: CatalogEdition[] | undefined;

  async function db(): Promise<D1Database> {
    const found = await database();
    if (!found) throw new CatalogUnavailable();
    return found;
  }
  async function everySeller(): Promise<Map<string, SellerFacts>> {
    if (sellerCache) return sellerCache;
    const { results } = await (await db()).prepare('SELECT * FROM sellers').all<SellerRow>();
    sellerCache = new Map(
      results.map(({ slug, payments, sample, regency, ...row }) => [
        slug,
        { ...row, slug, region: regency, payments: JSON.parse(payments), sample: sample === 1 },
      ]),
    );
    return sellerCache;
  }
  async function shippingServices(): Promise<ShippingService[]> {
    if (serviceCache) return serviceCache;
    const { results } = await (await db())
      .prepare('SELECT service FROM shipping_services')
      .all<{ service: string }>();
    serviceCache = results.map(({ service }) => JSON.parse(service));
    return serviceCache;
  }
  return {
    version,
    async health() {
      const found = await database();
      return (
        (await found?.prepare('SELECT version AS catalog, products, sellers FROM catalog').first()) ??
        undefined
      );
    },
    async skus(skus) {
      const missing = [...new Set(skus)].filter((sku) => !skuCache.has(sku));
      if (missing.length) {
        const { results } = await (await db())
          .prepare(
            `SELECT asked.value AS asked, ${SKU_COLUMNS}
             FROM json_each(?1) AS asked
             CROSS JOIN skus s
               ON s.sku = COALESCE((SELECT sku FROM former_skus WHERE former = asked.value), asked.value)
             JOIN products p ON p.slug = s.product`,
          )
          .bind(JSON.stringify(missing))
          .all<SkuRow & { asked: string }>();
        if (skuCache.size + 2 * results.length > MAX_CACHED_SKUS) skuCache.clear();
        for (const row of results) {
          const facts = toSkuFacts(row);
          skuCache.set(row.asked, facts).set(facts.sku, facts);
        }
      }
      return new Map(
        skus.flatMap((sku) => {
          const facts = skuCache.get(sku);
          return facts ? [[sku, facts] as const, [facts.sku, facts] as const] : [];
        }),
      );
    },
    async sellers(slugs) {
      const all = await everySeller();
      return new Map(
        slugs.flatMap((slug) => {
          const seller = all.get(slug);
          return seller ? [[slug, seller] as const] : [];
        }),
      );
    },
    everySeller: async () => [...(await everySeller()).values()],
    async sellersByEmail(email) {
      const address = email.toLowerCase();
      return [...(await everySeller()).values()].filter((seller) => seller.email.toLowerCase() === address);
    },
    async skusOf(seller) {
      const { results } = await (await db())
        .prepare(
          `SELECT ${SKU_COLUMNS} FROM products p JOIN skus s ON s.product = p.slug
           WHERE p.slug >= ?1 || '/' AND p.slug < ?1 || '0' ORDER BY p.title, s.position`,
        )
        .bind(seller)
        .all<SkuRow>();
      return results.map(toSkuFacts);
    },
    shippingServices,
    async movedTo(formerSlug) {
      const statement = (await db()).prepare('SELECT product FROM aliases WHERE address = ?1');
      return (await statement.bind(formerSlug).first<string>('product')) ?? undefined;
    },
    async product(slug) {
      const catalog = await db();
      const [products, skus] = await catalog.batch([
        catalog.prepare('SELECT * FROM products WHERE slug = ?1').bind(slug),
        catalog
          .prepare(
            `SELECT ${SKU_COLUMNS} FROM skus s JOIN products p ON p.slug = s.product
             WHERE s.product = ?1 ORDER BY s.position`,
          )
          .bind(slug),
      ]);
      const row = products?.results[0] as ProductRow | undefined;
      if (!row) return undefined;
      return {
        ...row,
        tiers: JSON.parse(row.tiers),
        skus: (skus!.results as unknown as SkuRow[]).map(toSkuFacts),
      } satisfies CatalogProduct;
    },
    async products(slugs) {
      const missing = slugs.filter((slug) => !productCache.has(slug));
      if (missing.length) {
        const { results } = await (await db())
          .prepare(
            `SELECT asked.value AS asked, slug, seller, title, category, edition
             FROM json_each(?1) AS asked
             CROSS JOIN products
               ON slug = COALESCE((SELECT product FROM aliases WHERE address = asked.value), asked.value)`,
          )
          .bind(JSON.stringify(missing))
          .all<ProductName & { asked: string }>();
        if (productCache.size + results.length > MAX_CACHED_PRODUCTS) productCache.clear();
        for (const { asked, ...row } of results) productCache.set(asked, row);
      }
      return new Map(
        slugs.flatMap((slug) => {
          const product = productCache.get(slug);
          return product ? [[slug, product] as const] : [];
        }),
      );
    },
    async editions() {
      if (editionCache) return editionCache;
      const { results } = await (await db())
        .prepare('SELECT slug, name, history FROM editions ORDER BY slug')
        .all<{ slug: string; name: string; history: string }>();
      editionCache = results.map(({ history, ...row }) => ({ ...row, history: JSON.parse(history) }));
      return editionCache;
    },
    async regionNames(codes) {
      const missing = codes.filter((code) => code && !nameCache.has(code));
      if (missing.length) {
        const { results } = await (await db())
          .prepare('SELECT code, name FROM regions WHERE code IN (SELECT value FROM json_each(?1))')
          .bind(JSON.stringify(missing))
          .all<{ code: string; name: string }>();
        for (const { code, name } of results) nameCache.set(code, name);
      }
      return new Map(
        codes.flatMap((code) => {
          const name = nameCache.get(code);
          return name === undefined ? [] : [[code, name] as const];
        }),
      );
    },
    async regionsBelow(parent) {
      const { results } = await (await db())
        .prepare(
          parent === undefined
            ? 'SELECT code, name FROM regions WHERE parent IS NULL AND ?1 IS NULL ORDER BY name'
            : 'SELECT code, name FROM regions WHERE parent = ?1 ORDER BY name',
        )
        .bind(parent ?? null)
        .all<{ code: string; name: string }>();
      return results;
    },
  };
}

/** Neither database holds this Worker's catalogue: it is being loaded. */
export class CatalogUnavailable extends Error {
  override name = 'CatalogUnavailable';
}
