import { wordsOf } from './text.ts';

/** What editors write about words, in `content/search/`. */
export interface WordLists {
  /** Words that mean the same; the first one stands for all. */
  same: readonly (readonly string[])[];
  /** A wider word and the narrower ones that it finds; never the other way round. */
  wider: Readonly<Record<string, readonly string[]>>;
  /** A word and the ways in which it is misspelt or said in slang. */
  spellings: Readonly<Record<string, readonly string[]>>;
  /** Words that a stemmer would ruin. */
  protected: readonly string[];
  /** Words that say nothing about a product; left out of a query that has others. */
  ignored: readonly string[];
  /** Everyday words that are never taken for a typing error of another. */
  common: readonly string[];
  wishes: WishLists;
}

/** What editors write about what words ask for, in `content/search/wishes.json`. */
export interface WishLists {
  /** What a thing is called, and the categories where it lives. */
  things: Readonly<Record<string, readonly string[]>>;
  /** For whom or where it is worn, and the categories that are likeliest meant when no thing is named. */
  leanings: Readonly<Record<string, readonly string[]>>;
  /** An occasion: things that suit it, and the categories that come first. */
  occasions: Readonly<Record<string, { like: readonly string[]; categories: readonly string[] }>>;
  techniques: readonly string[];
  /** What a size is called, and the sizes that will do; products that have one come first. */
  sizes: Readonly<Record<string, readonly string[]>>;
  /** Words of taste: who has them comes first, who lacks them is still shown. */
  soft: readonly string[];
}

/** What a word asks for. */
export type WordRole = 'thing' | 'leaning' | 'occasion' | 'technique' | 'size' | 'soft';

export interface WordMeaning {
  role: WordRole;
  /** Categories where it lives, or that come first. */
  categories?: readonly string[];
  /** For an occasion: tokens of things that suit it; for a size: of those that will do. */
  alike?: readonly string[];
}

/**
 * What words stand for. A *token* is what the index holds: the one form for a word, its inflections,
 * its synonyms and its misspellings. A group of several words (`mega mendung`) has a token as well.
 */
export interface Lexicon {
  /** The token of one word. */
  token(word: string): string;
  /** Tokens of the expressions of several words whose words a text has, wherever they stand in it. */
  phraseTokens(words: readonly string[]): string[];
  /** Tokens of the expressions of several words that stand in a text as such. */
  adjacentPhraseTokens(words: readonly string[]): string[];
  /** True for a listed misspelling or slang form. */
  isMisspelling(word: string): boolean;
  /** True for a word or expression of the lists. */
  isListed(text: string): boolean;
  /** Every wider token of a token, all the way up. */
  widerTokens(token: string): readonly string[];
  /** Every word and expression of the lists, as typed, with its token; `means` tells what a misspelling meant. */
  entries(): Iterable<{ text: string; token: string; means?: string }>;
  /** The tokens of ignored words. */
  ignoredWords: ReadonlySet<string>;
  /** Everyday words, as written. */
  commonWords: ReadonlySet<string>;
  /** What a token asks for, if the lists say it. */
  meaning(token: string): WordMeaning | undefined;
}

const tokenOfWords = (words: readonly string[]) => words.join('_');

/** Counts of each word, so that `laki laki` needs the word twice. */
function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Joins the word lists and a stemmer. Words of the lists are never stemmed; other words are, and what
 * is left may be a word of the lists again. An English plural (`bags`) is its singular where that is listed.
 */
export function createLexicon(lists: WordLists, stem: (word: string) => string): Lexicon {
  const known = new Map<string, { token: string; means?: string }>();
  const phrases = new Map<string, { words: string[]; token: string }[]>();

  const add = (text: string, token: string, means?: string) => {
    const words = wordsOf(text);
    if (!words.length) return;
    known.set(words.join(' '), { token, ...(means !== undefined && { means }) });
    if (words.length < 2) return;
    for (const word of new Set(words)) {
      const list = phrases.get(word) ?? [];
      list.push({ words, token });
      phrases.set(word, list);
    }
  };
  const tokenOfText = (text: string) => known.get(wordsOf(text).join(' '))?.token;

  for (const text of lists.protected) add(text, tokenOfWords(wordsOf(text)));
  for (const group of lists.same) {
    const first = wordsOf(group[0] ?? '');
    for (const text of group) add(text, tokenOfWords(first));
  }
  for (const text of [...Object.keys(lists.wider), ...Object.values(lists.wider).flat()])
    if (tokenOfText(text) === undefined) add(text, tokenOfWords(wordsOf(text)));
  for (const [text, variants] of Object.entries(lists.spellings)) {
    const token = tokenOfText(text) ?? tokenOfWords(wordsOf(text));
    if (tokenOfText(text) === undefined) add(text, token);
    for (const variant of variants) add(variant, token, text);
  }

  const up = new Map<string, Set<string>>();
  for (const [wide, narrow] of Object.entries(lists.wider))
    for (const text of narrow) {
      const token = tokenOfText(text)!;
      up.set(token, (up.get(token) ?? new Set()).add(tokenOfText(wide)!));
    }
  const climbed = new Map<string, readonly string[]>();
  const widerTokens = (token: string): readonly string[] => {
    const before = climbed.get(token);
    if (before) return before;
    const all = new Set<string>();
    const walk = (from: string) => {
      for (const next of up.get(from) ?? [])
        if (next !== token && !all.has(next)) {
          all.add(next);
          walk(next);
        }
    };
    walk(token);
    const result = [...all];
    climbed.set(token, result);
    return result;
  };

  const { wishes } = lists;
  const meanings = new Map<string, WordMeaning>();
  const tokenOf = (text: string) => {
    const token = tokenOfText(text) ?? tokenOfWords(wordsOf(text));
    if (tokenOfText(text) === undefined) add(text, token);
    return token;
  };
  const mean = (text: string, meaning: WordMeaning) => {
    const token = tokenOf(text);
    if (!meanings.has(token)) meanings.set(token, meaning);
  };
  for (const [text, categories] of Object.entries(wishes.things)) mean(text, { role: 'thing', categories });
  for (const [text, { like, categories }] of Object.entries(wishes.occasions))
    mean(text, { role: 'occasion', categories, alike: like.map(tokenOf) });
  for (const [text, categories] of Object.entries(wishes.leanings))
    mean(text, { role: 'leaning', categories });
  for (const text of wishes.techniques) mean(text, { role: 'technique' });
  for (const [text, sizes] of Object.entries(wishes.sizes))
    mean(text, { role: 'size', alike: sizes.map(tokenOf) });
  for (const text of wishes.soft) mean(text, { role: 'soft' });

  const stems = new Map<string, string>();
  const token = (word: string): string => {
    const listed = known.get(word);
    if (listed) return listed.token;
    const before = stems.get(word);
    if (before !== undefined) return before;
    const plural = /^[a-z]{4,}s$/.test(word) ? known.get(word.slice(0, -1)) : undefined;
    const root = /^[a-z]{4,}$/.test(word) ? stem(word) : word;
    const result = plural?.token ?? (root.length < 3 ? word : (known.get(root)?.token ?? root));
    stems.set(word, result);
    return result;
  };

  return {
    token,
    phraseTokens(words) {
      const counts = countsOf(words);
      const found = new Set<string>();
      for (const word of counts.keys())
        for (const phrase of phrases.get(word) ?? []) {
          if (found.has(phrase.token)) continue;
          const needed = countsOf(phrase.words);
          if ([...needed].every(([part, times]) => (counts.get(part) ?? 0) >= times)) found.add(phrase.token);
        }
      return [...found];
    },
    adjacentPhraseTokens(words) {
      const found = new Set<string>();
      words.forEach((word, start) => {
        for (const phrase of phrases.get(word) ?? [])
          if (phrase.words.every((part, offset) => words[start + offset] === part)) found.add(phrase.token);
      });
      return [...found];
    },
    isListed: (text) => known.has(text),
    isMisspelling: (word) => known.get(word)?.means !== undefined,
    widerTokens,
    *entries() {
      for (const [text, entry] of known) yield { text, ...entry };
    },
    ignoredWords: new Set(lists.ignored.flatMap((text) => wordsOf(text))),
    commonWords: new Set(lists.common.flatMap((text) => wordsOf(text))),
    meaning: (token) => meanings.get(token),
  };
}
