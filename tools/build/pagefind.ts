import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Content } from '../../src/catalog/content-folder.ts';
import { readRegions } from '../../src/catalog/regions.ts';
import { formatRupiah } from '../../src/domain/money.ts';
import type { Lexicon } from '../../src/domain/search-lexicon.ts';
import { wordsOf } from '../../src/domain/search-text.ts';
import { buildLexicon } from './search-analysis.ts';
import { type IndexedProduct, indexedProducts } from './search-index.ts';

/**
 * Pagefind keeps a file for each product; these hold them together, so that 2,768 products do not use up a
 * seventh of the 20,000 files that a free plan serves.
 */
const ITEM_FILES = 32;
/** What the browser needs of Pagefind; its own user interfaces stay out. */
const NEEDED =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.[a-z]+\.pagefind|.*\.pf_meta|index\/.*)$/;

/**
 * Writes the search that works without the Worker to `<client>/pagefind/`: Pagefind's index of the same
 * fields, words and synonyms as the search at the edge, and what is shown of each product.
 */
export async function publishFallbackSearch(content: Content, client: string): Promise<void> {
  const regions = await readRegions();
  const lexicon = buildLexicon(content.words);
  const products = indexedProducts(content, lexicon, { regionName: (code) => regions.get(code)?.name });
  const { index, errors } = await createIndex({ forceLanguage: 'id' });
  if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
  try {
    for (const product of products) {
      const added = await index.addCustomRecord({
        url: `/produk/${product.slug}/`,
        language: 'id',
        content: textOf(product, lexicon),
        meta: { title: titleTokens(product, lexicon) },
      });
      if (added.errors.length) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    const folder = join(client, 'pagefind');
    rmSync(folder, { recursive: true, force: true });
    const write = (path: string, data: string | Uint8Array) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), data);
    };
    const bySlug = new Map(products.map((product) => [`/produk/${product.slug}/`, product]));
    const items: Record<string, [string, string, string, string]>[] = Array.from(
      { length: ITEM_FILES },
      () => ({}),
    );
    for (const { path, content: bytes } of files) {
      if (NEEDED.test(path)) write(path, bytes);
      const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
      if (id === undefined) continue;
      const { url } = JSON.parse(
        gunzipSync(bytes)
          .toString()
          .replace(/^pagefind_dcd/, ''),
      ) as { url: string };
      const product = bySlug.get(url)!;
      items[Number.parseInt(id.slice(-4), 16) % ITEM_FILES]![id] = [
        url,
        product.product.title,
        formatRupiah(product.product.price),
        product.seller,
      ];
    }
    items.forEach((entries, file) => {
      write(`items-${file}.json`, JSON.stringify(sorted(entries)));
    });
    write('guide.json', JSON.stringify(guideOf(lexicon)));
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
