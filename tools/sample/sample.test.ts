import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseQris } from '../../src/domain/payment/qris.ts';
import { productSchema } from '../../src/schemas/product.ts';
import { sellerSchema } from '../../src/schemas/seller.ts';
import { PRODUCTS, sampleMall } from './mall.ts';
import { productFile, realSellers, sellerFile, writeContent } from './write-content.ts';

const mall = await sampleMall();
const products = mall.flatMap((row) => row.products.map((product) => ({ ...product, seller: row.seller })));
const unique = (values: readonly string[]) => new Set(values).size;

test('the sample has the size of the expo: 152 sellers in all 35 regencies and 2,768 products', () => {
  expect(mall).toHaveLength(152);
  expect(unique(mall.map(({ seller }) => seller.slug))).toBe(152);
  expect(unique(mall.map(({ seller }) => String(seller.content.regency)))).toBe(35);
  expect(products).toHaveLength(PRODUCTS);
  expect(PRODUCTS).toBe(2768);
  for (const row of mall) {
    expect(row.products.length, row.seller.slug).toBeGreaterThanOrEqual(8);
    expect(row.products.length, row.seller.slug).toBeLessThanOrEqual(30);
  }
});

test('every file follows its schema', () => {
  for (const { seller } of mall)
    expect(sellerSchema.safeParse(seller.content).error, seller.slug).toBeUndefined();
  for (const { front } of products) expect(productSchema.safeParse(front).error, front.title).toBeUndefined();
});

test('no two products share a title, a description or an address', () => {
  expect(unique(products.map(({ front }) => front.title.toLowerCase()))).toBe(PRODUCTS);
  expect(unique(products.map(({ body }) => body))).toBe(PRODUCTS);
  expect(unique(products.map(({ seller, slug }) => `${seller.slug}/${slug}`))).toBe(PRODUCTS);
});

test('descriptions have two to five sentences and no gap that was to be filled', () => {
  for (const { body, front } of products) {
    const sentences = body.split(/(?<=[.!?]) /).length;
    expect(sentences, front.title).toBeGreaterThanOrEqual(2);
    expect(sentences, front.title).toBeLessThanOrEqual(5);
    expect(body, front.title).not.toMatch(/[{}]|undefined| {2}| [.,:;]/);
  }
});

test("each seller's first product can be bought", () => {
  for (const row of mall) {
    const first = [...row.products].sort((a, b) => (a.slug < b.slug ? -1 : 1))[0]!;
    const { front } = first;
    const stocks = front.variants?.map(({ stock }) => stock) ?? [front.stock];
    const buyable =
      front.made_to_order_days !== undefined || stocks.every((stock) => stock !== undefined && stock >= 20);
    expect(buyable, `${row.seller.slug}/${first.slug}`).toBe(true);
    expect(front.min_qty ?? 1).toBe(1);
  }
});

test('every seller takes transfers, at least a third QRIS that parses, and some cash on delivery', () => {
  const payments = mall.map(
    ({ seller }) => seller.content.payments as { qris?: string; bank?: object; cod?: object },
  );
  expect(payments.every(({ bank }) => bank)).toBe(true);
  const codes = payments.flatMap(({ qris }) => qris ?? []);
  expect(codes.length).toBeGreaterThanOrEqual(152 / 3);
  expect(unique(codes)).toBe(codes.length);
  for (const code of codes) expect(parseQris(code)).toMatchObject({ ok: true });
  expect(payments.filter(({ cod }) => cod).length).toBeGreaterThan(10);
});

test('printed cloth is called "motif batik" and printed, never batik alone', () => {
  const printed = products.filter(({ front }) => front.technique === 'printing');
  expect(printed.length).toBeGreaterThan(50);
  for (const { front, body } of printed) {
    expect(front.title).toMatch(/Motif Batik .*\(Printing\)/);
    expect(`${front.title} ${body}`).not.toMatch(/batik (tulis|cap)|(?<!motif |bermotif )batik/i);
  }
});

test('stock runs from 0 to 60, with many few and many plenty, and some made to order', () => {
  const stocks = products.flatMap(
    ({ front }) => front.variants?.flatMap(({ stock }) => stock ?? []) ?? front.stock ?? [],
  );
  const share = (matches: (stock: number) => boolean) => stocks.filter(matches).length / stocks.length;
  expect(Math.min(...stocks)).toBe(0);
  expect(Math.max(...stocks)).toBe(60);
  expect(share((stock) => stock >= 2 && stock <= 12)).toBeGreaterThan(0.25);
  expect(share((stock) => stock >= 20)).toBeGreaterThan(0.25);
  expect(products.filter(({ front }) => front.made_to_order_days).length).toBeGreaterThan(100);
});

test('every photo that a product names is drawn', () => {
  for (const { front, pictures } of products) {
    const named = [
      ...(front.photos as string[]),
      ...(front.variants ?? []).flatMap(({ photo }) => photo ?? []),
    ];
    expect(new Set(named), front.title).toEqual(new Set(Object.keys(pictures)));
  }
});

test('the same seed gives the same bytes', async () => {
  const again = await sampleMall();
  for (const at of [0, 75, 151]) {
    expect(sellerFile(again[at]!.seller)).toBe(sellerFile(mall[at]!.seller));
    expect(again[at]!.products.map(productFile)).toEqual(mall[at]!.products.map(productFile));
    expect(again[at]!.products.map(({ pictures }) => pictures)).toEqual(
      mall[at]!.products.map(({ pictures }) => pictures),
    );
  }
});

test('writing takes the place of an older sample, and tells real sellers apart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sample-'));
  try {
    await writeContent(folder, mall.slice(0, 2));
    await writeContent(folder, mall.slice(1, 2));
    const { seller, products: goods } = mall[1]!;
    await expect(readFile(join(folder, 'sellers', `${mall[0]!.seller.slug}.json`))).rejects.toThrow();
    const file = join(folder, 'products', seller.slug, `${goods[0]!.slug}.md`);
    expect(await readFile(file, 'utf8')).toBe(productFile(goods[0]!));
    expect(await realSellers(folder)).toEqual([]);
    await mkdir(join(folder, 'sellers'), { recursive: true });
    await writeFile(join(folder, 'sellers/toko-asli.json'), '{ "name": "Toko Asli" }');
    expect(await realSellers(folder)).toEqual(['toko-asli.json']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
