import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { d1Catalog } from '../../functions/products/d1-catalog.ts';
import { type Content, readContent } from '../../src/catalog/reading/content-folder.ts';
import { readRegions } from '../../src/catalog/reading/regions.ts';
import { memoryDatabase } from '../eval-search/database.ts';
import { catalogSnapshot, readSnapshot, writeSnapshot } from './catalog-snapshot.ts';
import { onDemandViews } from './on-demand.ts';
import { insertStatements } from './sql.ts';

let content: Content;
let statements: string[];
let regions: Awaited<ReturnType<typeof readRegions>>;
beforeAll(async () => {
  ({ content } = await readContent('tests/fixture-content'));
  regions = await readRegions();
  ({ statements } = catalogSnapshot(content, regions.values(), {}));
});

test('page, order and search agree on the price and the stock of every product', async () => {
  const database = memoryDatabase(statements);
  const catalog = d1Catalog(async () => database, 'test');
  const { results: found } = await database
    .prepare('SELECT d.sku, d.available, d.price, i.item FROM search_docs d JOIN search_items i USING (id)')
    .all<{ sku: string; available: number; price: number; item: string }>();
  const searched = new Map(found.map((row) => [row.sku, { ...row, from: JSON.parse(row.item).from }]));
  const pages = onDemandViews(content, regions, {}, 0);
  expect(pages.length).toBe(content.products.size);
  for (const page of pages) {
    const ordered = await catalog.skus(page.options.map(({ sku }) => sku));
    expect([...ordered.values()].map(({ sku, price, stock }) => [sku, price, stock])).toEqual(
      page.options.map(({ sku, price, stock }) => [sku, price, stock ?? null]),
    );
    const { available, price, from } = searched.get(page.id)!;
    expect([page.id, from ?? price, available === 1]).toEqual([page.id, page.lowestPrice, !page.soldOut]);
  }
});

test('a snapshot is read as it was written, however its parts are cut', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  const file = join(folder, 'catalog.sql');
  const long = [...statements, `SELECT '${'ä'.repeat(3_000_000)}'`];
  writeSnapshot(file, { version: 'test', statements: long });
  expect(await Array.fromAsync(readSnapshot(file))).toEqual(long);
  rmSync(folder, { recursive: true });
});

test('a row that no statement can hold fails the build by its name', () => {
  expect(() => insertStatements('products', ['slug', 'text'], [['toko/kain', 'x'.repeat(90_000)]])).toThrow(
    /toko\/kain.*products/,
  );
});
