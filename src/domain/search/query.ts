import type { Rupiah } from '../money.ts';
import { rootCandidates } from './affixes.ts';
import type { WordMeaning } from './lexicon.ts';

export const SORTS = ['relevance', 'newest', 'price_asc', 'price_desc'] as const;
export type Sort = (typeof SORTS)[number];

/** Products on one page of results, unless asked otherwise. */
export const PAGE_SIZE = 24;
export const MAX_PER_PAGE = 100;
/** Nobody reads further, and no page beyond it is computed. */
export const MAX_PAGE = 500;

/** Which products may be shown. Prices in rupiah, both ends included. */
export interface SearchFilters {
  category?: string;
  region?: string;
  seller?: string;
  edition?: string;
  min_price?: Rupiah;
  max_price?: Rupiah;
  available?: boolean;
  export_ready?: boolean;
}

/** Price bands of the facet: from (included) to (included), in rupiah; the last one is open. */
export const PRICE_BANDS: readonly { min: Rupiah; max?: Rupiah }[] = [
  { min: 0, max: 49_999 },
  { min: 50_000, max: 99_999 },
  { min: 100_000, max: 249_999 },
  { min: 250_000, max: 499_999 },
  { min: 500_000, max: 999_999 },
  { min: 1_000_000 },
];

/** The band that a price falls into, as an index of `PRICE_BANDS`. */
export function priceBand(price: Rupiah): number {
  return PRICE_BANDS.findIndex((band) => price >= band.min && (band.max === undefined || price <= band.max));
}

/** Dimensions by which results are counted, in the order in which they are shown. */
export const FACETS = ['category', 'region', 'edition', 'price', 'available', 'export_ready'] as const;
export type Facet = (typeof FACETS)[number];

/** How many of the results have a value; chosen values of the same dimension don't narrow it. */
export interface FacetCount {
  value: string;
  count: number;
}

/**
 * What the index is asked for: any of the alternatives, each of which needs all of its slots, each of which
 * is met by any of its tokens. `undefined` asks for everything.
 */
export type Match = readonly (readonly (readonly string[])[])[];

/** What the index knows of a word or expression. */
export interface KnownWord {
  token: string;
  /** Products that have the token. */
  count: number;
  /** `listed`: of the word lists, so it is spelt as it should be, even where no product has it. */
  kind: 'word' | 'listed' | 'ignored' | 'misspelling';
  /** For a misspelling: the word that is meant. */
  correct?: string;
  /** For a listed word that no product has: wider ones that some do. */
  wider?: readonly string[];
  meaning?: WordMeaning;
}

/** One thing that a result must have: a word or an expression of the query. */
export interface Slot {
  /** As typed, normalised. */
  text: string;
  /** As it is said back: the corrected word. */
  shown: string;
  tokens: readonly string[];
  known: boolean;
  listed?: boolean;
  wider?: readonly string[];
  meaning?: WordMeaning;
  /** A word that says nothing, in a query that has no other. */
  filler?: boolean;
}

/** Words that an expression has at most. */
const LONGEST_PHRASE = 4;

/** Everything to look up for a query: its words, its expressions, and neighbours written as one word. */
export function lookupKeys(words: readonly string[]): string[] {
  const keys = new Set(words);
  words.forEach((_, start) => {
    for (let length = 2; length <= LONGEST_PHRASE && start + length <= words.length; length++)
      keys.add(words.slice(start, start + length).join(' '));
    if (start + 1 < words.length) keys.add(`${words[start]}${words[start + 1]}`);
  });
  return [...keys];
}

/** What a word may come from, likeliest first. */
export type Roots = (word: string) => string[];

/** What to look up for words that the catalogue does not have: their roots, and two words run together. */
export function unknownKeys(words: readonly string[], roots: Roots = rootCandidates): string[] {
  const keys = new Set<string>();
  for (const word of words) {
    for (const root of roots(word)) keys.add(root);
    for (const [head, tail] of splits(word)) {
      keys.add(head);
      keys.add(tail);
    }
  }
  return [...keys];
}

function splits(word: string): [string, string][] {
  if (word.length < 6 || word.length > 24) return [];
  const pairs: [string, string][] = [];
  for (let at = 3; at <= word.length - 3; at++) pairs.push([word.slice(0, at), word.slice(at)]);
  return pairs;
}

interface Reading {
  words: readonly string[];
  known: ReadonlyMap<string, KnownWord>;
  /** Misspellings of the word lists are taken as typed. */
  literal: boolean;
}

/**
 * Reads a query into slots: the longest expressions first, then words. Words that say nothing are left out
 * unless there are no others; what stands twice counts once.
 */
export function readSlots({ words, known, literal }: Reading): Slot[] {
  const slots: Slot[] = [];
  const ignored: Slot[] = [];
  const push = (slot: Slot) => {
    if (
      !slots.some(
        (other) => sameTokens(other.tokens, slot.tokens) && (slot.known || other.text === slot.text),
      )
    )
      slots.push(slot);
  };
  for (let start = 0; start < words.length; ) {
    const phrase = longestPhrase(words, start, known, literal);
    if (phrase) {
      push(phrase.slot);
      start += phrase.length;
      continue;
    }
    const word = words[start]!;
    const entry = known.get(word);
    start++;
    if (entry?.kind === 'ignored') ignored.push(slotOf(word, entry, literal));
    else push(slotOf(word, entry, literal));
  }
  return slots.length ? slots : ignored.slice(0, 1).map((slot) => ({ ...slot, filler: true }));
}

function slotOf(text: string, entry: KnownWord | undefined, literal: boolean): Slot {
  return { ...plainSlotOf(text, entry, literal), ...meant(entry) };
}

function plainSlotOf(text: string, entry: KnownWord | undefined, literal: boolean): Slot {
  if (!entry) return { text, shown: text, tokens: [], known: false };
  if (entry.kind === 'listed')
    return {
      text,
      shown: text,
      tokens: [entry.token],
      known: true,
      listed: true,
      ...(entry.wider && { wider: entry.wider }),
    };
  if (entry.kind !== 'misspelling') return { text, shown: text, tokens: [entry.token], known: true };
  if (literal) return { text, shown: text, tokens: [text.replaceAll(' ', '_')], known: true };
  return { text, shown: entry.correct ?? text, tokens: [entry.token], known: true };
}

function longestPhrase(words: readonly string[], start: number, known: Reading['known'], literal: boolean) {
  for (let length = Math.min(LONGEST_PHRASE, words.length - start); length >= 2; length--) {
    const part = words.slice(start, start + length);
    const text = part.join(' ');
    const entry = known.get(text);
    if (entry && !(literal && entry.kind === 'misspelling'))
      return { slot: slotOf(text, entry, literal), length };
    const joined = part.join('');
    const whole = length === 2 && !part.every((word) => known.has(word)) ? known.get(joined) : undefined;
    if (whole && whole.count > 0 && !literal)
      return { slot: { text, shown: joined, tokens: [whole.token], known: true, ...meant(whole) }, length };
  }
  return undefined;
}

/** What a known word asks for, for a slot of it. */
export const meant = (entry: KnownWord | undefined): Pick<Slot, 'meaning'> =>
  entry?.meaning ? { meaning: entry.meaning } : {};

const sameTokens = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((token, index) => token === b[index]);

/** The slots of a word by its root or by the two words that it was run together from, if the catalogue has them. */
export function slotsByForm(
  slot: Slot,
  known: ReadonlyMap<string, KnownWord>,
  roots: Roots = rootCandidates,
): Slot[] | undefined {
  for (const root of roots(slot.text)) {
    const entry = known.get(root);
    if (entry && entry.count > 0 && entry.kind !== 'ignored')
      return [{ ...slot, tokens: [entry.token], known: true, ...meant(entry) }];
  }
  let best: { slots: Slot[]; count: number } | undefined;
  for (const parts of splits(slot.text)) {
    const entries = parts.map((part) => known.get(part));
    if (!entries.every((entry) => entry && entry.kind !== 'ignored' && entry.count > 0)) continue;
    const count = Math.min(...entries.map((entry) => entry!.count));
    if (best && best.count >= count) continue;
    best = {
      count,
      slots: parts.map((part, index) => ({
        text: part,
        shown: part,
        tokens: [entries[index]!.token],
        known: true,
        ...meant(entries[index]),
      })),
    };
  }
  return best?.slots;
}

/** All slots at once. */
export function matchAll(slots: readonly Slot[]): Match {
  return [slots.map((slot) => slot.tokens)];
}

/** All slots but one, whichever. */
export function matchAllButOne(slots: readonly Slot[]): Match {
  return slots.map((_, left) => slots.filter((_, index) => index !== left).map((slot) => slot.tokens));
}

/** Any slot. */
export function matchAny(slots: readonly Slot[]): Match {
  return slots.map((slot) => [slot.tokens]);
}

/** The query as it was understood, for "Menampilkan hasil untuk …". */
export function shownText(slots: readonly Slot[]): string {
  return slots.map((slot) => slot.shown).join(' ');
}
