import { d1Search } from '../../functions/search/d1-search.ts';
import type { SearchIndex } from '../../functions/search/ports.ts';
import { type SearchProducts, searchProducts } from '../../functions/search/search-products.ts';
import { createLexicon, type Lexicon, type WordLists } from '../../src/domain/search/lexicon.ts';
import type { Roots } from '../../src/domain/search/query.ts';
import { wordsOf } from '../../src/domain/search/text.ts';
import { buildLexicon, indonesianStemmer } from '../build-mall/search-analysis.ts';
import { searchIndexStatements } from '../build-mall/search-index.ts';
import { memoryDatabase } from './database.ts';
import { inflections } from './inflect.ts';
import type { SearchableCatalogue } from './listings.ts';
import { pick, sample, seededRandom } from './random.ts';

/** How the index and the queries are stemmed; `built` is what the mall does. */
export const STEMMING = ['none', 'index only', 'both, by stemmer', 'built'] as const;
export type Stemming = (typeof STEMMING)[number];

/** How many of how many were found. */
export interface Score {
  found: number;
  of: number;
}
export interface Evaluation {
  scores: Record<string, Score>;
  /** Some that were not found, to be read by a person. */
  misses: Record<string, string[]>;
}

const QUERIES = 600;
const MOST_SHARED = 10;

/** Common words of the field in English, to be put in the place of the Indonesian ones. */
const ENGLISH: Record<string, string> = {
  kemeja: 'shirt',
  kaos: 't-shirt',
  celana: 'pants',
  rok: 'skirt',
  tas: 'bag',
  sepatu: 'shoes',
  sandal: 'sandals',
  dompet: 'wallet',
  topi: 'hat',
  jaket: 'jacket',
  kerudung: 'headscarf',
  hijab: 'headscarf',
  jilbab: 'headscarf',
  kain: 'fabric',
  tenun: 'woven',
  bordir: 'embroidery',
  rajut: 'knit',
  pria: 'men',
  wanita: 'women',
  anak: 'kids',
  bayi: 'baby',
  dewasa: 'adult',
  merah: 'red',
  biru: 'blue',
  hitam: 'black',
  putih: 'white',
  hijau: 'green',
  coklat: 'brown',
  kuning: 'yellow',
  katun: 'cotton',
  sutra: 'silk',
  kulit: 'leather',
  selendang: 'shawl',
  sarung: 'sarong',
  keranjang: 'basket',
  kayu: 'wood',
  bunga: 'floral',
  polos: 'plain',
  seragam: 'uniform',
  masker: 'mask',
  sajadah: 'prayer rug',
  blus: 'blouse',
  gaun: 'dress',
  kopi: 'coffee',
  bambu: 'bamboo',
};

/** Evaluates the search of a catalogue: what is found in the first ten (a full title: in the first three). */
export async function evaluate(catalogue: SearchableCatalogue, stemming: Stemming): Promise<Evaluation> {
  const lists = catalogue.content.words;
  const stem = indonesianStemmer();
  const lexicon = stemming === 'none' ? createLexicon(lists, (word) => word) : buildLexicon(lists);
  const database = memoryDatabase([
    'CREATE TABLE sellers (slug TEXT PRIMARY KEY)',
    ...searchIndexStatements(catalogue.content, { regionName: catalogue.regionName, lexicon }),
  ]);
  const index = d1Search(async () => database, 'evaluation');
  const waysToRoot: Record<Stemming, Roots | undefined> = {
    none: () => [],
    'index only': () => [],
    'both, by stemmer': (word) => [stem(word)],
    built: undefined,
  };
  const search = searchOn(index, waysToRoot[stemming]);
  const run = searcher(search);
  const products = [...catalogue.content.products].map(([slug, product]) => ({
    slug,
    title: product.title,
    words: [...new Set(wordsOf(product.title))],
    place: catalogue.regionName(catalogue.content.sellers.get(product.seller)?.regency ?? '') ?? '',
    titleEn: product.title_en,
  }));
  const titles = new Map(products.map(({ slug, title }) => [slug, title]));
  const random = seededRandom(7);
  const scores: Evaluation['scores'] = {};
  const misses: Evaluation['misses'] = {};
  const count = (row: string, found: boolean, query: string) => {
    scores[row] ??= { found: 0, of: 0 };
    scores[row].of++;
    if (found) scores[row].found++;
    else {
      misses[row] ??= [];
      misses[row].push(query);
    }
    return found;
  };
  // Products whose titles say the same cannot be told apart by any query.
  const finds = async (query: string, slug: string, first = 10) =>
    (await run(query, first)).some((sku) => sku === slug || sameWords(titles.get(sku)!, titles.get(slug)!));

  for (const product of products)
    count('full title', await finds(product.title, product.slug, 3), product.title);

  const postings = new Map<string, Set<string>>();
  for (const { slug, words } of products)
    for (const word of words) postings.set(word, (postings.get(word) ?? new Set()).add(slug));
  const shared = (words: string[]) => {
    const sets = words.map((word) => postings.get(word)!).sort((a, b) => a.size - b.size);
    return [...sets[0]!].filter((slug) => sets.every((set) => set.has(slug))).length;
  };

  for (let tries = 0; tries < QUERIES; tries++) {
    const product = pick(random, products);
    const words = product.words.filter((word) => !lexicon.ignoredWords.has(word));
    if (words.length < 4) continue;
    const four = sample(random, words, 4);
    if (shared(four) > MOST_SHARED) continue;
    const query = four.join(' ');
    if (!count('four words', await finds(query, product.slug), query)) continue;

    const long = four.filter((word) => /^[a-z]{4,}$/.test(word));
    if (long.length) {
      const word = pick(random, long);
      const typed = four.map((part) => (part === word ? withTypo(random, word) : part)).join(' ');
      count('one typo', await finds(typed, product.slug), `${query} → ${typed}`);
      const inflected = four.map((part) =>
        part === word ? pick(random, inflections(rootOf(word, lexicon, stem))) : part,
      );
      count('inflected', await finds(inflected.join(' '), product.slug), `${query} → ${inflected.join(' ')}`);
    }
    const english = four.map((word) => ENGLISH[word] ?? word).join(' ');
    if (english !== query)
      count('English words', await finds(english, product.slug), `${query} → ${english}`);
    const place = product.place.replace(/^(?:Kabupaten|Kab\.?|Kota)\s+/, '');
    if (place) {
      const there = `${four.slice(0, 2).join(' ')} ${place}`;
      const skus = await run(there, 10);
      count(
        'place',
        skus.length > 0 &&
          skus.every(
            (sku) =>
              placeOf(products, sku).includes(place) ||
              titles.get(sku)!.toLowerCase().includes(place.toLowerCase()),
          ),
        there,
      );
    }
  }
  for (const product of sample(random, products, QUERIES)) {
    const words = [...new Set(wordsOf(product.titleEn ?? ''))].filter(
      (word) => !lexicon.ignoredWords.has(word),
    );
    if (words.length < 3) continue;
    const query = sample(random, words, Math.min(4, words.length)).join(' ');
    if ((await total(search, query)) <= MOST_SHARED)
      count('English title', await finds(query, product.slug), query);
  }
  for (const word of sample(
    random,
    [...postings.keys()].filter((key) => /^[a-z]{4,}$/.test(key)),
    QUERIES,
  )) {
    const root = rootOf(word, lexicon, stem);
    const alone = new Set(await run(root, 100_000));
    if (!alone.size || lexicon.ignoredWords.has(word)) continue;
    const form = pick(random, inflections(root));
    const skus = await run(form, 10);
    count('inflected alone', skus.length > 0 && skus.every((sku) => alone.has(sku)), `${root} → ${form}`);
    const typed = withTypo(random, word);
    const same = await run(word, 100_000);
    const typedSkus = await run(typed, 10);
    count(
      'one typo alone',
      typedSkus.length > 0 && typedSkus.some((sku) => same.includes(sku)),
      `${word} → ${typed}`,
    );
  }
  await evaluateSynonyms(lists, titles, run, count);
  return { scores, misses };
}

/** Every word of a group must find the same set; a wider word must find what each narrower one finds. */
async function evaluateSynonyms(
  lists: WordLists,
  titles: ReadonlyMap<string, string>,
  run: (query: string, first: number) => Promise<string[]>,
  count: (row: string, found: boolean, query: string) => boolean,
): Promise<void> {
  const all = async (query: string) => new Set(await run(query, 100_000));
  for (const group of lists.same) {
    const first = await all(group[0]!);
    for (const text of group.slice(1)) {
      const other = await all(text);
      if (first.size || other.size)
        count(
          'synonyms',
          first.size === other.size && [...first].every((sku) => other.has(sku)),
          `${group[0]} = ${text}`,
        );
    }
  }
  // Descriptions name other things, too; only what a title names counts as one of the narrower kind.
  for (const [wide, narrow] of Object.entries(lists.wider)) {
    const wider = await all(wide);
    for (const text of narrow) {
      const words = wordsOf(text);
      const sku = [...(await all(text))].find((found) => {
        const title = wordsOf(titles.get(found)!);
        return words.every((word) => title.includes(word));
      });
      if (sku) count('wider word', wider.has(sku), `${wide} ⊇ ${text}`);
    }
  }
}

function searcher(search: SearchProducts) {
  return async (query: string, first: number): Promise<string[]> => {
    const result = await search({
      query,
      filters: {},
      sort: 'relevance',
      page: 1,
      per_page: first,
      literal: false,
    });
    return result.ok ? result.answer.items.map(({ sku }) => sku) : [];
  };
}

async function total(search: SearchProducts, query: string): Promise<number> {
  const result = await search({
    query,
    filters: {},
    sort: 'relevance',
    page: 1,
    per_page: 1,
    literal: false,
  });
  return result.ok ? result.answer.total : 0;
}

/** The use case on an index, with nothing counted. */
export function searchOn(index: SearchIndex, roots?: Roots): SearchProducts {
  return searchProducts({
    index,
    ...(roots && { roots }),
    counts: { record: async () => {}, tidy: async () => 0, top: async () => [] },
    clock: { now: () => new Date(0) },
    later: () => {},
  });
}

/** The word without its affixes, by the stemmer's dictionary; a word of the lists is taken as it is. */
function rootOf(word: string, lexicon: Lexicon, stem: (word: string) => string): string {
  const root = lexicon.token(word) === word ? word : stem(word);
  return root.length >= 3 ? root : word;
}

function placeOf(products: { slug: string; place: string }[], sku: string): string {
  return products.find(({ slug }) => slug === sku)?.place ?? '';
}

function sameWords(a: string, b: string): boolean {
  const [left, right] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  return left.size === right.size && [...left].every((word) => right.has(word));
}

/** One letter left out, doubled by a neighbour, changed, or swapped with the next. */
export function withTypo(random: () => number, word: string): string {
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
  for (;;) {
    const at = Math.floor(random() * word.length);
    const kind = Math.floor(random() * 4);
    const typed =
      kind === 0
        ? word.slice(0, at) + word.slice(at + 1)
        : kind === 1
          ? word.slice(0, at) + letter() + word.slice(at)
          : kind === 2
            ? word.slice(0, at) + letter() + word.slice(at + 1)
            : word.slice(0, at) + (word[at + 1] ?? '') + word[at]! + word.slice(at + 2);
    if (typed !== word) return typed;
  }
}
