import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import type { Content } from '../../src/catalog/reading/content-folder.ts';
import type { Region } from '../../src/catalog/reading/regions.ts';
import type { PictureManifest } from '../../src/catalog/showing/pictures.ts';
import type { ProductView } from '../../src/catalog/showing/product-view.ts';
import { formerSkus } from '../../src/domain/products/former-skus.ts';
import { skusOf } from '../../src/domain/products/skus-of.ts';
import { PAGE_TABLES, pageStatements } from './on-demand.ts';
import { type SearchSource, searchIndexStatements } from './search-index.ts';
import { insertStatements, type SqlValue, STATEMENT_END } from './sql.ts';

const TABLES = `
DROP TABLE IF EXISTS catalog;
DROP TABLE IF EXISTS sellers;
DROP TABLE IF EXISTS products;
DROP TABLE IF EXISTS skus;
DROP TABLE IF EXISTS aliases;
DROP TABLE IF EXISTS former_skus;
DROP TABLE IF EXISTS shipping_services;
DROP TABLE IF EXISTS regions;
DROP TABLE IF EXISTS editions;
CREATE TABLE catalog (version TEXT NOT NULL, products INTEGER NOT NULL, sellers INTEGER NOT NULL);
CREATE TABLE sellers (
  slug TEXT PRIMARY KEY, name TEXT NOT NULL, regency TEXT NOT NULL, email TEXT NOT NULL, whatsapp TEXT NOT NULL,
  payments TEXT NOT NULL, sample INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE products (
  slug TEXT PRIMARY KEY, seller TEXT NOT NULL, title TEXT NOT NULL, category TEXT NOT NULL, region TEXT NOT NULL,
  edition TEXT NOT NULL, price INTEGER NOT NULL, min_qty INTEGER NOT NULL, tiers TEXT NOT NULL, unit TEXT NOT NULL,
  made_to_order_days INTEGER, image TEXT, url TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE skus (
  sku TEXT PRIMARY KEY, product TEXT NOT NULL, position INTEGER NOT NULL, variant TEXT, own_price INTEGER,
  stock INTEGER, weight_grams INTEGER NOT NULL, volume_cm3 INTEGER, former TEXT) WITHOUT ROWID;
CREATE TABLE former_skus (former TEXT PRIMARY KEY, sku TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE aliases (address TEXT PRIMARY KEY, product TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX skus_by_product ON skus (product, position);
CREATE TABLE shipping_services (id TEXT PRIMARY KEY, service TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE regions (code TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT) WITHOUT ROWID;
CREATE TABLE editions (slug TEXT PRIMARY KEY, name TEXT NOT NULL, history TEXT NOT NULL) WITHOUT ROWID`
  .split(';')
  .map((statement) => statement.trim());

/** A snapshot of the catalogue for the Worker: SQL statements under a version that follows from them. */
export interface CatalogSnapshot {
  version: string;
  statements: string[];
}

/**
 * Everything that the Worker needs of the content, as SQL: sellers, SKUs, prices, weights, tariffs, regions
 * and the search index. The same content gives the same version; the statement that makes the snapshot
 * valid comes last.
 * @param onDemand the pages that the Worker renders; none where all are built ahead
 * @param search the content read for searching, where that has been done already
 */
export function catalogSnapshot(
  content: Content,
  regions: Iterable<Region>,
  pictures: PictureManifest,
  onDemand: readonly ProductView[] = [],
  search?: SearchSource,
): CatalogSnapshot {
  const byCode = new Map([...regions].map((region) => [region.code, region]));
  const products = [...content.products].sort(([a], [b]) => (a < b ? -1 : 1));
  const sellers = [...content.sellers].sort(([a], [b]) => (a < b ? -1 : 1));

  const productRows = products.map(([slug, product]): SqlValue[] => [
    slug,
    product.seller,
    product.title,
    product.category,
    content.sellers.get(product.seller)!.regency,
    product.edition,
    product.price,
    product.min_qty,
    JSON.stringify(product.tiers),
    product.unit,
    product.made_to_order_days ?? null,
    pictures[slug]?.photos[0]?.sources[0]?.url ?? null,
    `/produk/${slug}/`,
  ]);

  const formerOf = new Map(
    products.flatMap(([, product]) => [...formerSkus({ ...product, name: product.slug })]),
  );
  const skuRows = products.flatMap(([slug, product]) =>
    skusOf(product).map(({ sku, name, price, ownPrice, stock, weight, volume }, position): SqlValue[] => [
      sku,
      slug,
      position,
      name ?? null,
      ownPrice ? price : null,
      stock ?? null,
      weight,
      volume ?? null,
      formerOf.get(sku)?.length ? JSON.stringify(formerOf.get(sku)) : null,
    ]),
  );

  const statements = [
    ...TABLES,
    ...PAGE_TABLES,
    ...insertStatements(
      'sellers',
      ['slug', 'name', 'regency', 'email', 'whatsapp', 'payments', 'sample'],
      sellers.map(([slug, seller]) => [
        slug,
        seller.name,
        seller.regency,
        seller.email,
        seller.whatsapp,
        JSON.stringify(seller.payments),
        seller.sample ? 1 : 0,
      ]),
    ),
    ...insertStatements(
      'products',
      [
        'slug',
        'seller',
        'title',
        'category',
        'region',
        'edition',
        'price',
        'min_qty',
        'tiers',
        'unit',
        'made_to_order_days',
        'image',
        'url',
      ],
      productRows,
    ),
    ...insertStatements(
      'skus',
      ['sku', 'product', 'position', 'variant', 'own_price', 'stock', 'weight_grams', 'volume_cm3', 'former'],
      skuRows,
    ),
    ...insertStatements(
      'former_skus',
      ['former', 'sku'],
      [...formerOf].flatMap(([sku, former]) => former.map((each): SqlValue[] => [each, sku])),
    ),
    ...insertStatements(
      'aliases',
      ['address', 'product'],
      products.flatMap(([slug, { seller, aliases }]) =>
        aliases.map((former): SqlValue[] => [`${seller}/${former}`, slug]),
      ),
    ),
    ...insertStatements(
      'shipping_services',
      ['id', 'service'],
      [...content.shipping]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, service]) => [id, JSON.stringify({ id, ...service })]),
    ),
    ...insertStatements(
      'regions',
      ['code', 'name', 'parent'],
      [...byCode.values()].map(({ code, name, parent }) => [code, name, parent ?? null]),
    ),
    ...insertStatements(
      'editions',
      ['slug', 'name', 'history'],
      [...content.editions]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([slug, edition]) => [slug, edition.name, JSON.stringify(edition.history)]),
    ),
    ...pageStatements(onDemand),
    ...searchIndexStatements(
      content,
      {
        regionName: (code) => byCode.get(code)?.name,
        picture: (slug) => pictures[slug]?.photos[0],
      },
      search,
    ),
  ];
  const hash = createHash('sha256');
  for (const [index, statement] of statements.entries())
    hash.update(index ? STATEMENT_END : '').update(statement);
  const version = hash.digest('hex').slice(0, 16);
  return {
    version,
    statements: [
      ...statements,
      ...insertStatements(
        'catalog',
        ['version', 'products', 'sellers'],
        [[version, products.length, sellers.length]],
      ),
    ],
  };
}

/**
 * Writes a snapshot as one SQL file, as `wrangler d1 execute --file` takes it. Statement by statement: the file of
 * 84,000 products rendered on demand would be longer than the longest string that V8 holds.
 */
export function writeSnapshot(file: string, { statements }: CatalogSnapshot): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const statement of statements) writeSync(descriptor, `${statement}${STATEMENT_END}`);
  } finally {
    closeSync(descriptor);
  }
}

/** The statements of a snapshot's file, read as they are asked for. */
export async function* readSnapshot(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const parts = (rest + chunk).split(STATEMENT_END);
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest) yield rest;
}
