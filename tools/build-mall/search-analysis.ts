import { Stemmer } from 'sastrawijs';
import type { ProductEntry } from '../../src/catalog/reading/content-folder.ts';
import { createLexicon, type Lexicon, type WordLists } from '../../src/domain/search/lexicon.ts';
import { wordsOf } from '../../src/domain/search/text.ts';

/** What the index holds of a product: distinct tokens by field, from the strongest field to the weakest. */
export interface ProductTokens {
  title: string[];
  /** Category, seller, place, material, motif, technique, colours, variants, English title. */
  attributes: string[];
  /** Wider words than the title's and the category's. */
  wider: string[];
  body: string[];
  /** What the title begins with, which in Indonesian is what the thing is: `Gelang … Kain` is no cloth. */
  heads: string[];
  /** Techniques that the title names, and their wider ones. */
  crafts: string[];
  /** Distinct words of the title, to tell when a query has them all. */
  titleWords: number;
  /** Words as written, each with its token: what a query may be looked up by. */
  surface: Map<string, string>;
  /** Words of titles and attributes: what a misspelt query may have meant. */
  spellable: Set<string>;
}

export interface ProductSource {
  product: Pick<
    ProductEntry,
    | 'title'
    | 'title_en'
    | 'body'
    | 'description_en'
    | 'technique'
    | 'motif'
    | 'materials'
    | 'colors'
    | 'variants'
    | 'labels'
  >;
  seller: string;
  places: readonly string[];
  category: readonly string[];
  edition: string;
}

/** The stemmer for the catalogue's words; its dictionary of 30,000 roots stays out of the Worker. */
export function indonesianStemmer(): (word: string) => string {
  const stemmer = new Stemmer();
  return (word) => stemmer.stem(word);
}

/** The lexicon of the word lists with the stemmer of the build. */
export function buildLexicon(lists: WordLists, stem = indonesianStemmer()): Lexicon {
  return createLexicon(lists, stem);
}

/** Reads a product into the tokens of its fields. */
export function productTokens(lexicon: Lexicon, source: ProductSource): ProductTokens {
  const { product } = source;
  const surface = new Map<string, string>();
  const spellable = new Set<string>();
  const read = (text: string | undefined, { phrases = 'anywhere', spell = true } = {}) => {
    const words = wordsOf(text ?? '');
    const tokens = new Set<string>();
    for (const word of words) {
      const token = lexicon.token(word);
      tokens.add(token);
      surface.set(word, token);
      if (lexicon.isMisspelling(word)) tokens.add(word);
      else if (spell) spellable.add(word);
    }
    for (const token of phrases === 'anywhere'
      ? lexicon.phraseTokens(words)
      : lexicon.adjacentPhraseTokens(words))
      tokens.add(token);
    return tokens;
  };
  const readAll = (texts: readonly (string | undefined)[]) => texts.flatMap((text) => [...read(text)]);

  const title = read(product.title);
  const kinds = new Set([
    ...readAll([...source.category, product.title_en]),
    ...readAll([product.technique?.replaceAll('-', ' ')]),
  ]);
  const attributes = new Set([
    ...kinds,
    ...readAll([source.seller, ...source.places, source.edition, product.motif]),
    ...readAll(product.materials),
    ...readAll(product.colors),
    ...readAll(product.variants.map((variant) => variant.name)),
    ...readAll(product.labels.map((label) => label.kind)),
  ]);
  const wider = new Set([...title, ...kinds].flatMap((token) => lexicon.widerTokens(token)));
  const body = new Set(
    [product.body, product.description_en].flatMap((text) => [
      ...read(text, { phrases: 'adjacent', spell: false }),
    ]),
  );

  const without = (tokens: Set<string>, ...others: Set<string>[]) =>
    [...tokens].filter((token) => !others.some((other) => other.has(token)));
  return {
    title: [...title],
    attributes: without(attributes, title),
    wider: without(wider, title, attributes),
    body: without(body, title, attributes, wider).filter((token) => !lexicon.ignoredWords.has(token)),
    heads: withWider(lexicon, headsOf(lexicon, wordsOf(product.title))),
    crafts: withWider(lexicon, [...title]).filter((token) => lexicon.meaning(token)?.role === 'technique'),
    titleWords: new Set(wordsOf(product.title).filter((word) => !lexicon.ignoredWords.has(word))).size,
    surface,
    spellable,
  };
}

const withWider = (lexicon: Lexicon, tokens: string[]) => [
  ...new Set(tokens.flatMap((token) => [token, ...lexicon.widerTokens(token)])),
];

function headsOf(lexicon: Lexicon, words: string[]): string[] {
  const beginnings = [2, 3, 4].map((length) => words.slice(0, length).join(' '));
  const texts = [words[0] ?? '', ...beginnings.filter((text) => lexicon.isListed(text))];
  return [...new Set(texts.map((text) => lexicon.token(text)))];
}
