import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CustomRecord, close, createIndex } from 'pagefind';
import { formatRupiah } from '../../src/domain/money.ts';
import type { Lexicon } from '../../src/domain/search/lexicon.ts';
import { wordsOf } from '../../src/domain/search/text.ts';
import { keep, recall } from './kept-folder.ts';
import type { IndexedProduct, SearchSource } from './search-index.ts';

/** Another version of Pagefind makes another index. */
const PAGEFIND = readFileSync('node_modules/pagefind/package.json');

/**
 * Pagefind keeps a file for each product; these hold them together, so that 2,768 products do not use up a
 * seventh of the 20,000 files that a free plan serves.
 */
const ITEM_FILES = 32;
/** What the browser needs of Pagefind; its own user interfaces stay out. */
const NEEDED =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.[a-z]+\.pagefind|.*\.pf_meta|index\/.*)$/;

/** What Pagefind made of all records. */
interface Index {
  /** What the browser needs, by path; base64. */
  files: Record<string, string>;
  /** The page that each of Pagefind's names stands for. */
  names: Record<string, string>;
}

/**
 * Writes the search that works without the Worker to `<client>/pagefind/`: Pagefind's index of the same
 * fields, words and synonyms as the search at the edge, and what is shown of each product.
 * @param kept holds the index of the last build: a change that touches no words, such as a price, needs no new one
 */
export async function publishFallbackSearch(
  { lexicon, products }: SearchSource,
  client: string,
  kept: string,
): Promise<void> {
  const records = products.map((product) => ({
    url: `/produk/${product.slug}/`,
    language: 'id',
    content: textOf(product, lexicon),
    meta: { title: titleTokens(product, lexicon) },
  }));
  const key = createHash('sha256').update(PAGEFIND).update(JSON.stringify(records)).digest('hex');
  let index = recall<Index>(kept, key);
  if (!index) {
    index = await indexed(records);
    keep(kept, key, index);
  }
  const folder = join(client, 'pagefind');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'index'), { recursive: true });
  for (const [path, bytes] of Object.entries(index.files))
    writeFileSync(join(folder, path), Buffer.from(bytes, 'base64'));
  const byUrl = new Map(products.map((product) => [`/produk/${product.slug}/`, product]));
  const items: Record<string, [string, string, string, string]>[] = Array.from(
    { length: ITEM_FILES },
    () => ({}),
  );
  for (const [name, url] of Object.entries(index.names)) {
    const { product, seller } = byUrl.get(url)!;
    items[Number.parseInt(name.slice(-4), 16) % ITEM_FILES]![name] = [
      url,
      product.title,
      formatRupiah(product.price),
      seller,
    ];
  }
  items.forEach((entries, file) => {
    writeFileSync(join(folder, `items-${file}.json`), JSON.stringify(sorted(entries)));
  });
  writeFileSync(join(folder, 'guide.json'), JSON.stringify(guideOf(lexicon)));
}

async function indexed(records: CustomRecord[]): Promise<Index> {
  const { index, errors } = await createIndex({ forceLanguage: 'id' });
  if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
  try {
    for (const record of records) {
      const added = await index.addCustomRecord(record);
      if (added.errors.length) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
    }
    const made: Index = { files: {}, names: {} };
    for (const { path, content: bytes } of (await index.getFiles()).files) {
      if (NEEDED.test(path)) made.files[path] = Buffer.from(bytes).toString('base64');
      const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
      if (name === undefined) continue;
      const text = gunzipSync(bytes)
        .toString()
        .replace(/^pagefind_dcd/, '');
      made.names[name] = (JSON.parse(text) as { url: string }).url;
    }
    return made;
  } finally {
    await close();
  }
}

/** Pagefind splits at anything that is no letter, so the tokens of expressions are written as one word. */
const oneWord = (token: string) => token.replaceAll('_', '');

/** A word as both the index and the query have it: listed words by their token, others as they are. */
function titleTokens({ product }: IndexedProduct, lexicon: Lexicon): string {
  const words = wordsOf(product.title);
  return [
    ...words.map((word) => listedToken(word, lexicon)),
    ...lexicon.phraseTokens(words).map(oneWord),
  ].join(' ');
}

/** Every word and token of a product once, the strongest fields first. */
function textOf(product: IndexedProduct, lexicon: Lexicon): string {
  const { tokens } = product;
  const listed = [...tokens.title, ...tokens.attributes, ...tokens.wider, ...tokens.body].map(oneWord);
  const words = [...tokens.surface.keys()].map((word) => listedToken(word, lexicon));
  return [...new Set([...listed, ...words])].join(' ');
}

function listedToken(word: string, lexicon: Lexicon): string {
  return lexicon.isListed(word) ? oneWord(lexicon.token(word)) : word;
}

/** What the browser needs to read a query in the same way. */
function guideOf(lexicon: Lexicon) {
  const tokens: Record<string, string> = {};
  for (const { text, token } of lexicon.entries()) if (text !== oneWord(token)) tokens[text] = oneWord(token);
  return { tokens: sorted(tokens), ignored: [...lexicon.ignoredWords].sort(), files: ITEM_FILES };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
