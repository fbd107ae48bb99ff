import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';
import type { ShippingService } from '../../domain/products/shipping-service.ts';
import type { WordLists } from '../../domain/search/lexicon.ts';
import { type CategoryContent, categoriesSchema } from '../../schemas/category.ts';
import { type EditionContent, editionSchema } from '../../schemas/edition.ts';
import { type PageContent, pageSchema } from '../../schemas/page.ts';
import { type ProductContent, productSchema } from '../../schemas/product.ts';
import { type SellerContent, sellerSchema } from '../../schemas/seller.ts';
import { type ShippingServiceContent, shippingServiceSchema } from '../../schemas/shipping.ts';
import { crossCheck } from './content-cross-check.ts';
import { listContent, type ReadFile, type ReadingMemory, readFiles } from './content-files.ts';
import { byPlace, type Problem } from './content-problem.ts';
import { NO_WORDS, readWordLists } from './content-words.ts';
import { readRegions } from './regions.ts';
import { today } from './today.ts';

export type { Problem } from './content-problem.ts';

/** A product with the place it was read from. */
export interface ProductEntry extends ProductContent {
  seller: string;
  /** Slug within the seller: the file's name. */
  slug: string;
  /** Relative to the content folder. */
  file: string;
  /** The description, Markdown. */
  body: string;
}

/** Everything in the content folder that is valid, by slug; products by `<seller>/<product>`. */
export interface Content {
  sellers: Map<string, SellerContent>;
  products: Map<string, ProductEntry>;
  categories: CategoryContent[];
  editions: Map<string, EditionContent>;
  shipping: Map<string, ShippingServiceContent & Pick<ShippingService, 'open'>>;
  pages: Map<string, PageContent & { body: string }>;
  /** What the search knows about words. */
  words: WordLists;
}

/** The content folder that this process works on, as an absolute path. */
export function contentFolder(): string {
  return resolve(process.env.MALL_CONTENT ?? 'content');
}

/**
 * Reads and checks the content folder: the one reader of it. Every problem of every file is told at once, in
 * the order of files and lines; what has an error is left out of the content.
 * @param before the `memory` of an earlier reading by the same code, which spares parsing what has not changed
 */
export async function readContent(
  folder: string,
  before: ReadingMemory = {},
): Promise<{ content: Content; problems: Problem[]; memory: ReadingMemory }> {
  const problems: Problem[] = [];
  const memory: ReadingMemory = {};
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) return { content: emptyContent(), problems: [noFolder(folder)], memory };

  const files = await listContent(folder, problems);
  const read = <S extends z.ZodType>(paths: string[], schema: S) =>
    readFiles(folder, paths, schema, problems, before, memory);
  const categories = read(files.categories, categoriesSchema);
  const sellers = read(files.sellers, sellerSchema);
  const editions = read(files.editions, editionSchema);
  const shipping = read(files.shipping, shippingServiceSchema);
  const pages = read(files.pages, pageSchema);
  const products = read(files.products, productSchema);
  const [words, regions] = await Promise.all([readWordLists(folder, problems), readRegions()]);
  if (!files.categories.length) problems.push(NO_CATEGORIES);

  const failed = crossCheck({
    files,
    categories,
    sellers,
    editions,
    shipping,
    products,
    regions,
    problems,
    today: today(),
  });
  const content: Content = {
    words,
    categories: categories.flatMap(({ value }) => value),
    sellers: byName(sellers, failed),
    editions: byName(editions, failed),
    shipping: withOpening(byName(shipping, failed), byName(editions, failed)),
    pages: new Map(pages.map(({ slug, value, parsed }) => [slug, { ...value, body: parsed.body }])),
    products: new Map(
      products
        .filter(({ file }) => !failed.has(file))
        .map(({ file, slug: id, parsed, value }) => {
          const [seller = '', slug = ''] = id.split('/');
          return [id, { ...value, seller, slug, file, body: parsed.body }];
        }),
    ),
  };
  return { content, problems: problems.sort(byFile), memory };
}

function byName<T>(files: ReadFile<T>[], failed: Set<string>): Map<string, T> {
  return new Map(files.filter(({ file }) => !failed.has(file)).map(({ slug, value }) => [slug, value]));
}

function byFile(a: Problem, b: Problem): number {
  return (
    byPlace(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    byPlace(a.field ?? '', b.field ?? '') ||
    byPlace(a.message, b.message)
  );
}

const NO_CATEGORIES: Problem = {
  file: 'categories.json',
  message: 'daftar kategori tidak ada',
  remedy: 'tambahkan categories.json di folder isi mal',
  severity: 'error',
};

function noFolder(folder: string): Problem {
  return {
    file: '.',
    message: `folder isi mal tidak ditemukan: ${folder}`,
    remedy: 'periksa MALL_CONTENT, atau jalankan dari folder proyek',
    severity: 'error',
  };
}

function emptyContent(): Content {
  return {
    words: NO_WORDS,
    sellers: new Map(),
    products: new Map(),
    categories: [],
    editions: new Map(),
    shipping: new Map(),
    pages: new Map(),
  };
}

/** When each service can be chosen: never while it is closed, else during an expo where it needs one. */
function withOpening(
  shipping: Map<string, ShippingServiceContent>,
  editions: Content['editions'],
): Content['shipping'] {
  const expos = [...editions.values()].map(({ opens_at, closes_at }) => ({
    from: opens_at,
    until: closes_at,
  }));
  return new Map(
    [...shipping].map(([id, service]) => {
      const open = service.closed ? [] : service.only_at_expos ? expos : undefined;
      return [id, { ...service, ...(open && { open }) }];
    }),
  );
}
