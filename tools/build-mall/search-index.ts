import type { Content, ProductEntry } from '../../src/catalog/reading/content-folder.ts';
import type { PictureEntry } from '../../src/catalog/showing/pictures.ts';
import { isSoldOut, priceRange, skusOf } from '../../src/domain/products/skus-of.ts';
import { fnv1a } from '../../src/domain/scatter.ts';
import type { Lexicon } from '../../src/domain/search/lexicon.ts';
import { priceBand } from '../../src/domain/search/query.ts';
import { buildLexicon, type ProductTokens, productTokens } from './search-analysis.ts';
import { suggestionRows } from './search-suggestions.ts';
import { insertStatements, type SqlValue } from './sql.ts';

/** The tables of the search index, in the catalogue's database. */
const TABLES = [
  'DROP TABLE IF EXISTS search_index',
  'DROP TABLE IF EXISTS search_docs',
  'DROP TABLE IF EXISTS search_items',
  'DROP TABLE IF EXISTS search_words',
  'DROP TABLE IF EXISTS search_buckets',
  'DROP TABLE IF EXISTS search_suggestions',
  'DROP TABLE IF EXISTS search_labels',
  // Holds tokens that were made at build time, so its own tokenizer only splits at spaces. No text is kept in
  // it (content=''); positions are (detail=full), since without them bm25 of such a table is always 0.
  `CREATE VIRTUAL TABLE search_index USING fts5(
    title, attributes, wider, body, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '_'")`,
  // In the order of `newest`: the latest expo first. Narrow rows, since every match is read; what is shown of a
  // product stands apart. `mix` is the order among equals: every seller in turn.
  `CREATE TABLE search_docs (
    id INTEGER PRIMARY KEY, mix INTEGER NOT NULL, sku TEXT NOT NULL, seller TEXT NOT NULL, category TEXT NOT NULL,
    region TEXT NOT NULL, edition TEXT NOT NULL, price INTEGER NOT NULL, band INTEGER NOT NULL,
    available INTEGER NOT NULL, export_ready INTEGER NOT NULL, title_words INTEGER NOT NULL,
    heads TEXT NOT NULL, crafts TEXT NOT NULL)`,
  'CREATE TABLE search_items (id INTEGER PRIMARY KEY, item TEXT NOT NULL)',
  `CREATE TABLE search_words (
    word TEXT PRIMARY KEY, token TEXT NOT NULL, products INTEGER NOT NULL, kind TEXT NOT NULL, correct TEXT,
    wider TEXT, meaning TEXT)
    WITHOUT ROWID`,
  // Words that a misspelt one may have meant, all of one length in one row: a query reads at most five rows.
  'CREATE TABLE search_buckets (length INTEGER PRIMARY KEY, words TEXT NOT NULL)',
  `CREATE TABLE search_suggestions (
    key TEXT NOT NULL, weight INTEGER NOT NULL, text TEXT NOT NULL, url TEXT, PRIMARY KEY (key, text)) WITHOUT ROWID`,
  `CREATE TABLE search_labels (
    facet TEXT NOT NULL, value TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (facet, value)) WITHOUT ROWID`,
];

export interface SearchIndexOptions {
  /** Name of a kabupaten or kota, and of its province. */
  regionName: (code: string) => string | undefined;
  /** A product's first picture, by `<seller>/<product>`. */
  picture?: (slug: string) => PictureEntry | undefined;
  /** What words stand for; by default what the content's word lists and the stemmer say. */
  lexicon?: Lexicon;
}

/** A product with what the index needs of it. */
export interface IndexedProduct {
  /** From 1, in the order of `newest`. */
  id: number;
  /** Place among equals. */
  mix: number;
  slug: string;
  product: ProductEntry;
  seller: string;
  region: string;
  tokens: ProductTokens;
}

/** Products in the order of `newest`, read into tokens: the index, the tests' brute force and the figures share it. */
export function indexedProducts(
  content: Content,
  lexicon: Lexicon,
  options: SearchIndexOptions,
): IndexedProduct[] {
  const categories = new Map(content.categories.map((category) => [category.slug, category]));
  const opened = new Map(
    [...content.editions].map(([slug, edition]) => [slug, Date.parse(edition.opens_at)]),
  );
  const products = [...content.products]
    .map(([slug, product]) => ({
      slug,
      product,
      opened: opened.get(product.edition) ?? 0,
      mixed: fnv1a(slug),
    }))
    .sort((a, b) => b.opened - a.opened || a.mixed - b.mixed || (a.slug < b.slug ? -1 : 1));
  const places = mixedOrder(products.map(({ slug, product }) => ({ slug, seller: product.seller })));
  return products.map(({ slug, product }, index) => {
    const seller = content.sellers.get(product.seller);
    const region = seller?.regency ?? '';
    const category = categories.get(product.category);
    return {
      id: index + 1,
      mix: places.get(slug)!,
      slug,
      product,
      seller: seller?.name ?? product.seller,
      region,
      tokens: productTokens(lexicon, {
        product,
        seller: seller?.name ?? product.seller,
        places: [options.regionName(region), options.regionName(region.slice(0, 2))].filter(
          (name) => name !== undefined,
        ),
        category: category ? [category.name, category.name_en].filter(isOneThing) : [],
        edition: content.editions.get(product.edition)?.short_name ?? product.edition,
      }),
    };
  });
}

/** A catalogue read for searching, by the index at the edge and the one on the device alike. */
export interface SearchSource {
  lexicon: Lexicon;
  products: IndexedProduct[];
}

/** Reads every product into tokens: the costliest step of both indexes, so it is done once for both. */
export function searchSource(
  content: Content,
  regionName: SearchIndexOptions['regionName'],
  lexicon = buildLexicon(content.words),
): SearchSource {
  return { lexicon, products: indexedProducts(content, lexicon, { regionName }) };
}

/** `Tas & Dompet` names two things, and a bag is no wallet: such a name says nothing about a product of it. */
const isOneThing = (name: string) => !/[&/,]|\b(?:dan|and)\b/i.test(name);

/**
 * The search index as SQL: tables, and rows of everything that a query needs. The same content gives the
 * same statements.
 */
export function searchIndexStatements(
  content: Content,
  options: SearchIndexOptions,
  { lexicon, products } = searchSource(content, options.regionName, options.lexicon),
): string[] {
  return [
    ...TABLES,
    ...insertStatements(
      'search_docs',
      [
        'id',
        'mix',
        'sku',
        'seller',
        'category',
        'region',
        'edition',
        'price',
        'band',
        'available',
        'export_ready',
        'title_words',
        'heads',
        'crafts',
      ],
      products.map(({ id, mix, slug, product, region, tokens }): SqlValue[] => [
        id,
        mix,
        slug,
        product.seller,
        product.category,
        region,
        product.edition,
        product.price,
        priceBand(product.price),
        isSoldOut(skusOf(product)) ? 0 : 1,
        product.export_ready ? 1 : 0,
        tokens.titleWords,
        ` ${tokens.heads.join(' ')} `,
        ` ${tokens.crafts.join(' ')} `,
      ]),
    ),
    ...insertStatements(
      'search_items',
      ['id', 'item'],
      products.map(({ id, slug, product, seller, region }) => [
        id,
        JSON.stringify(itemOf(product, seller, options.regionName(region), options.picture?.(slug))),
      ]),
    ),
    ...insertStatements(
      'search_index',
      ['rowid', 'title', 'attributes', 'wider', 'body'],
      products.map(({ id, tokens }) => [
        id,
        tokens.title.join(' '),
        tokens.attributes.join(' '),
        tokens.wider.join(' '),
        tokens.body.join(' '),
      ]),
    ),
    "INSERT INTO search_index (search_index) VALUES ('optimize')",
    ...wordStatements(lexicon, products),
    ...insertStatements(
      'search_suggestions',
      ['key', 'weight', 'text', 'url'],
      suggestionRows(content, lexicon, options.regionName),
    ),
    ...insertStatements(
      'search_labels',
      ['facet', 'value', 'name', 'name_en', 'position'],
      labelRows(content, options),
    ),
  ];
}

/** What a list of results shows of a product, besides what the documents hold. */
function itemOf(
  product: IndexedProduct['product'],
  sellerName: string,
  place: string | undefined,
  picture: PictureEntry | undefined,
) {
  const { lowest, highest } = priceRange(skusOf(product));
  return {
    title: product.title,
    ...(product.title_en && { title_en: product.title_en }),
    seller_name: sellerName,
    ...(place && { place }),
    image: picture?.sources[0]?.url ?? null,
    ...(picture && { picture: [picture.width, picture.height, picture.tone] }),
    ...(highest !== lowest && { from: lowest }),
    ...(product.unit !== 'pcs' && { unit: product.unit }),
    ...(product.made_to_order_days && { made_to_order_days: product.made_to_order_days }),
  };
}

/** The vocabulary: what a word stands for, and the buckets of words that a misspelt one may have meant. */
function wordStatements(lexicon: Lexicon, products: IndexedProduct[]): string[] {
  const counts = new Map<string, number>();
  const surface = new Map<string, string>();
  const spellable = new Set<string>();
  for (const { tokens } of products) {
    for (const field of [tokens.title, tokens.attributes, tokens.wider, tokens.body])
      for (const token of field) counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const [word, token] of tokens.surface) surface.set(word, token);
    for (const word of tokens.spellable) spellable.add(word);
  }
  const rows = new Map<string, SqlValue[]>();
  const add = (word: string, token: string, kind: string, correct: string | null = null) => {
    const count = counts.get(token) ?? 0;
    const wider = count ? [] : lexicon.widerTokens(token).filter((wide) => counts.get(wide));
    rows.set(word, [
      word,
      token,
      count,
      kind,
      correct,
      wider.map((wide) => wide.replaceAll('_', ' ')).join('\n') || null,
      kind === 'ignored' ? null : meaningOf(token),
    ]);
  };
  const meaningOf = (token: string) => {
    const meaning = lexicon.meaning(token);
    return meaning ? JSON.stringify(meaning) : null;
  };
  for (const [word, token] of surface) add(word, token, 'word');
  for (const word of lexicon.commonWords) add(word, lexicon.token(word), 'listed');
  for (const word of lexicon.ignoredWords) add(word, lexicon.token(word), 'ignored');
  for (const { text, token, means } of lexicon.entries()) {
    if (means !== undefined) add(text, token, 'misspelling', means);
    else {
      add(text, token, 'listed');
      if (counts.get(token) && !text.includes(' ')) spellable.add(text);
    }
  }
  const buckets = new Map<number, string[]>();
  for (const word of [...spellable].sort()) {
    const count = counts.get(surface.get(word) ?? lexicon.token(word)) ?? 0;
    if (word.length < 4 || /\p{N}/u.test(word) || lexicon.ignoredWords.has(word) || !count) continue;
    const bucket = buckets.get(word.length);
    if (bucket) bucket.push(`${word} ${count}`);
    else buckets.set(word.length, [`${word} ${count}`]);
  }
  return [
    ...insertStatements(
      'search_words',
      ['word', 'token', 'products', 'kind', 'correct', 'wider', 'meaning'],
      [...rows.values()].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    ),
    ...insertStatements(
      'search_buckets',
      ['length', 'words'],
      [...buckets].sort(([a], [b]) => a - b).map(([length, words]) => [length, words.join('\n')]),
    ),
  ];
}

function labelRows(content: Content, { regionName }: SearchIndexOptions): SqlValue[][] {
  const regions = [...new Set([...content.sellers.values()].map((seller) => seller.regency))].sort();
  const editions = [...content.editions].sort(
    ([, a], [, b]) => Date.parse(b.opens_at) - Date.parse(a.opens_at),
  );
  return [
    ...content.categories.map(({ slug, name, name_en }, index) => ['category', slug, name, name_en, index]),
    ...regions.map((code, index) => [
      'region',
      code,
      regionName(code) ?? code,
      regionName(code) ?? code,
      index,
    ]),
    ...editions.map(([slug, { short_name }], index) => ['edition', slug, short_name, short_name, index]),
  ] as SqlValue[][];
}

/** The order among equals: the first three of every seller, then the next three, the sellers mixed. */
function mixedOrder(products: { slug: string; seller: string }[]): Map<string, number> {
  const bySeller = new Map<string, number>();
  const rounds = products.map(({ slug, seller }) => {
    const before = bySeller.get(seller) ?? 0;
    bySeller.set(seller, before + 1);
    return { slug, round: Math.floor(before / 3), mixed: fnv1a(slug) };
  });
  rounds.sort((a, b) => a.round - b.round || a.mixed - b.mixed || (a.slug < b.slug ? -1 : 1));
  return new Map(rounds.map(({ slug }, index) => [slug, index]));
}
