import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { type CategoryContent, categoriesSchema } from '../schemas/category.ts';
import { type EditionContent, editionSchema } from '../schemas/edition.ts';
import { type PageContent, pageSchema } from '../schemas/page.ts';
import { type ProductContent, productSchema, variantSchema } from '../schemas/product.ts';
import { type SellerContent, sellerSchema } from '../schemas/seller.ts';
import { type ShippingServiceContent, shippingServiceSchema } from '../schemas/shipping.ts';
import { crossCheck } from './content-cross-check.ts';
import { type Parsed, type ParseResult, parseJson, parseMarkdown, schemaProblems } from './content-parse.ts';
import type { Problem } from './content-problem.ts';
import { readRegions } from './regions.ts';

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
  shipping: Map<string, ShippingServiceContent>;
  pages: Map<string, PageContent & { body: string }>;
}

/** A file that was read, for checks that need its lines. */
export interface ReadFile<T = unknown> {
  file: string;
  slug: string;
  parsed: Parsed;
  value: T;
}

/** The content folder that this process works on, as an absolute path. */
export function contentFolder(): string {
  return resolve(process.env.MALL_CONTENT ?? 'content');
}

const CONCURRENCY = 64;

/**
 * Reads and checks the content folder: the one reader of it. Every problem of every file is told at once;
 * what has an error is left out of the content.
 */
export async function readContent(folder: string): Promise<{ content: Content; problems: Problem[] }> {
  const problems: Problem[] = [];
  const context: Context = { folder, problems };
  if (!(await isFolder(folder)))
    return {
      content: emptyContent(),
      problems: [
        {
          file: '.',
          message: `folder isi mal tidak ditemukan: ${folder}`,
          remedy: 'periksa MALL_CONTENT, atau jalankan dari folder proyek',
          severity: 'error',
        },
      ],
    };
  const [sellers, editions, shipping, pages, categories, products] = await Promise.all([
    readFolder(context, 'sellers', '.json', parseJson, sellerSchema),
    readFolder(context, 'editions', '.json', parseJson, editionSchema),
    readFolder(context, 'shipping', '.json', parseJson, shippingServiceSchema),
    readFolder(context, 'pages', '.md', parseMarkdown, pageSchema),
    readCategories(context),
    readProducts(context),
  ]);
  const byName = <T>(files: ReadFile<T>[]) => new Map(files.map(({ slug, value }) => [slug, value]));
  const content: Content = {
    sellers: byName(sellers),
    editions: byName(editions),
    shipping: byName(shipping),
    pages: new Map(pages.map(({ slug, value, parsed }) => [slug, { ...value, body: parsed.body }])),
    categories,
    products: new Map(),
  };
  const listing = await listPhotos(folder, products);
  const failed = crossCheck({ content, sellers, products, listing, regions: await readRegions(), problems });
  for (const { file, slug, parsed, value } of products) {
    if (failed.has(file)) continue;
    const [seller = '', product = ''] = slug.split('/');
    content.products.set(slug, { ...value, seller, slug: product, file, body: parsed.body });
  }
  const order = (a: Problem, b: Problem) =>
    a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0);
  return { content, problems: problems.sort(order) };
}

interface Context {
  folder: string;
  problems: Problem[];
}

function emptyContent(): Content {
  return {
    sellers: new Map(),
    products: new Map(),
    categories: [],
    editions: new Map(),
    shipping: new Map(),
    pages: new Map(),
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

async function namesIn(path: string): Promise<string[]> {
  return (await readdir(path).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
}

/** Runs a work for each item, so many at a time. */
async function each<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return results;
}

/** Reads one file through its parser and its schema; problems are collected, and a faulty file gives nothing. */
async function readOne<S extends z.ZodType>(
  { folder, problems }: Context,
  file: string,
  slug: string,
  parse: (file: string, text: string) => ParseResult,
  schema: S,
): Promise<ReadFile<z.output<S>> | undefined> {
  const bytes = await readFile(join(folder, file));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    problems.push({
      file,
      line: 1,
      message: 'bukan teks UTF-8',
      remedy: 'simpan ulang berkas sebagai UTF-8',
      severity: 'error',
    });
    return undefined;
  }
  const result = parse(file, text);
  if (!result.ok) {
    problems.push(result.problem);
    return undefined;
  }
  const checked = schema.safeParse(result.parsed.data);
  if (!checked.success) {
    problems.push(...schemaProblems(file, result.parsed, checked.error.issues, fieldNames(schema)));
    return undefined;
  }
  return { file, slug, parsed: result.parsed, value: checked.data };
}

/** Names of a schema's fields, to tell what a misspelt one was meant to be. */
function fieldNames(schema: z.ZodType): string[] {
  const shape = (schema as { shape?: Record<string, unknown> }).shape ?? {};
  return [
    ...new Set([
      ...Object.keys(shape),
      ...(schema === (productSchema as z.ZodType) ? Object.keys(variantSchema.shape) : []),
    ]),
  ];
}

async function readFolder<S extends z.ZodType>(
  context: Context,
  name: string,
  ending: string,
  parse: (file: string, text: string) => ParseResult,
  schema: S,
): Promise<ReadFile<z.output<S>>[]> {
  const files = await namesIn(join(context.folder, name));
  const read = await each(files, async (entry) => {
    const file = `${name}/${entry}`;
    if (!entry.endsWith(ending)) {
      misplaced(context, file, `folder ini hanya berisi berkas ${ending}`);
      return undefined;
    }
    const slug = entry.slice(0, -ending.length);
    if (!slugIsFine(context, file, slug)) return undefined;
    return readOne(context, file, slug, parse, schema);
  });
  return read.filter((entry) => entry !== undefined);
}

async function readCategories(context: Context): Promise<CategoryContent[]> {
  const file = 'categories.json';
  if (!(await namesIn(context.folder)).includes(file)) {
    context.problems.push({
      file,
      message: 'berkas ini tidak ada',
      remedy: 'tambahkan daftar kategori',
      severity: 'error',
    });
    return [];
  }
  const read = await readOne(context, file, 'categories', parseJson, categoriesSchema);
  const seen = new Set<string>();
  for (const [index, { slug }] of (read?.value ?? []).entries()) {
    const line = read!.parsed.lineOf([index, 'slug']);
    if (seen.has(slug))
      context.problems.push({
        file,
        ...(line !== undefined && { line }),
        field: `${index}.slug`,
        message: `kategori "${slug}" tertulis dua kali`,
        remedy: 'hapus salah satunya',
        severity: 'error',
      });
    seen.add(slug);
  }
  return read?.value ?? [];
}

async function readProducts(context: Context): Promise<ReadFile<ProductContent>[]> {
  const sellers = await namesIn(join(context.folder, 'products'));
  const files: { seller: string; name: string }[] = [];
  for (const seller of sellers) {
    if (!(await isFolder(join(context.folder, 'products', seller)))) {
      misplaced(
        context,
        `products/${seller}`,
        'produk ada di dalam folder penjualnya: products/<penjual>/<produk>.md',
      );
      continue;
    }
    for (const name of await namesIn(join(context.folder, 'products', seller)))
      if (name.toLowerCase().endsWith('.md')) files.push({ seller, name });
  }
  const read = await each(files, async ({ seller, name }) => {
    const file = `products/${seller}/${name}`;
    const slug = name.slice(0, -'.md'.length);
    if (!slugIsFine(context, file, slug)) return undefined;
    return readOne(context, file, `${seller}/${slug}`, parseMarkdown, productSchema);
  });
  return read.filter((entry) => entry !== undefined);
}

function slugIsFine({ problems }: Context, file: string, slug: string): boolean {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= 80) return true;
  problems.push({
    file,
    message: `nama berkas "${slug}" tidak dapat menjadi alamat halaman`,
    remedy: 'pakai huruf kecil, angka, dan tanda hubung saja, misalnya kemeja-parang.md',
    severity: 'error',
  });
  return false;
}

function misplaced({ problems }: Context, file: string, rule: string): void {
  problems.push({ file, message: 'berkas ini tidak pada tempatnya', remedy: rule, severity: 'warning' });
}

/** The names of all files beside products, by seller. */
async function listPhotos(folder: string, products: ReadFile[]): Promise<Map<string, Set<string>>> {
  const sellers = [...new Set(products.map(({ slug }) => slug.split('/')[0]!))];
  const lists = await each(
    sellers,
    async (seller) => new Set(await namesIn(join(folder, 'products', seller))),
  );
  return new Map(sellers.map((seller, index) => [seller, lists[index]!]));
}
