import { intentOf, type Ranking } from '../../src/domain/search/intent.ts';
import {
  lookupKeys,
  type Match,
  matchAll,
  matchAllButOne,
  matchAny,
  meant,
  type Roots,
  readSlots,
  type Slot,
  shownText,
  slotsByForm,
  unknownKeys,
} from '../../src/domain/search/query.ts';
import { lengthsNear, spellingCandidates } from '../../src/domain/search/spelling.ts';
import type { SearchIndex } from './ports.ts';

/** Words that a beginning may stand for. */
const MOST_COMPLETIONS = 20;
/** Words that one misspelt word may have meant, and how many ways of reading a query are tried. */
const MOST_CANDIDATES = 5;
const MOST_READINGS = 40;
/** How far a reading's products are counted to tell which is likeliest. */
const COUNTED = 50;
/** A short query that finds so few may be a typing error that some title has, too. */
const FEW = 2;
const FEW_WORDS = 3;
const MUCH_COMMONER = 10;
/** Above so many words, leaving one out in turn would ask for too much. */
const MOST_LEFT_OUT = 8;

/** How a query was understood. */
export interface Understanding {
  /** `undefined` when nothing of it can be found. */
  match: Match | undefined;
  /** The words used where they are not the ones typed. */
  corrected: string | undefined;
  /** Some words only: no product has all of them. */
  partial: boolean;
  /** Distinct words asked for. */
  words: number;
  /** What the words that were not found are near to. */
  nearest: string[];
  /** What comes first. */
  ranking?: Ranking;
  /** Nothing but words that say nothing. */
  filler?: boolean;
}

export interface UnderstandOptions {
  /** No corrections: "Cari *kmeja batk* saja". */
  literal: boolean;
  /** How many match, whatever the filters; the answer is wanted next, so it may be the search itself. */
  matched: (match: Match, words: number, ranking: Ranking) => Promise<number>;
  /** Sizes that were asked for with their marker, as tokens of variants. */
  sizes?: readonly (readonly string[])[];
  /** Another way to take affixes off, for the figures of `npm run eval:search`. */
  roots?: Roots;
}

interface Reading {
  slots: Slot[];
  cost: number;
}

/**
 * Finds out what is asked for. Words count as typed where the catalogue has them, by their root, or as the
 * beginning of one; when that finds nothing, as the words that were likeliest meant; when that finds
 * nothing either, some of them do.
 */
export async function understandQuery(
  index: SearchIndex,
  words: readonly string[],
  { literal, matched, roots, sizes = [] }: UnderstandOptions,
): Promise<Understanding> {
  const nothing = { match: undefined, corrected: undefined, partial: false, words: 0, nearest: [] };
  if (!words.length && !sizes.length) return nothing;

  const typed = await knownByForm(index, words, literal, roots);
  const count = new Set(typed.flatMap((slot) => slot.text.split(' '))).size;
  const understood = (match: Match, slots: Slot[], partial: boolean): Understanding => {
    const asTyped = typed.map((slot) => slot.text).join(' ');
    const shown = shownText(slots);
    const { ranking } = intentOf(slots, sizes);
    const corrected = shown === asTyped ? undefined : shown;
    return { match, corrected, partial, words: count, nearest: [], ranking };
  };
  const wanted = (slots: Slot[]) => matchAll(intentOf(slots, sizes).required);
  if (typed.length && typed.every((slot) => slot.filler)) {
    const match = wanted(typed);
    const filled = typed.every((slot) => slot.known) && (await index.counts([match], 1))[0];
    return filled ? { ...understood(match, typed, false), filler: true } : { ...nothing, filler: true };
  }

  const complete = typed.every((slot) => slot.known);
  const found = complete ? await matched(wanted(typed), count, intentOf(typed, sizes).ranking) : 0;
  if (found) {
    const few = !literal && found <= FEW && typed.length <= FEW_WORDS;
    const nearest = few ? await muchCommoner(index, typed, found) : [];
    return { ...understood(wanted(typed), typed, false), nearest };
  }

  let slots = typed;
  let nearest: string[] = [];
  if (!literal) {
    const candidates = await candidatesFor(index, typed);
    nearest = [
      ...new Set([...candidates.values()].flatMap((list) => list.map((reading) => reading.slot.shown))),
    ];
    const best = await likeliestReading(index, typed, candidates);
    if (best) slots = await readAgain(index, best);
    if (best?.finds) return understood(wanted(slots), slots, false);
  }

  const known = slots.filter((slot) => slot.known);
  const some = await someOf(index, known, known.length < slots.length);
  if (some) return { ...understood(some, slots, true), nearest };
  return { ...nothing, words: count, nearest };
}

/** Another spelling that so many more products have that it was likelier meant. */
async function muchCommoner(index: SearchIndex, typed: Slot[], found: number): Promise<string[]> {
  const best = await likeliestReading(index, typed, await candidatesFor(index, typed));
  return best && best.finds >= found * MUCH_COMMONER ? [shownText(best.slots)] : [];
}

/** Slots by the words as typed; those that the catalogue lacks by their root, their parts or as a beginning. */
async function knownByForm(
  index: SearchIndex,
  words: readonly string[],
  literal: boolean,
  roots?: Roots,
): Promise<Slot[]> {
  const slots = readSlots({ words, known: await index.words(lookupKeys(words)), literal });
  const unknown = slots.filter((slot) => !slot.known);
  if (!unknown.length || literal) return slots;
  const forms = await index.words(
    unknownKeys(
      unknown.map((slot) => slot.text),
      roots,
    ),
  );
  const read = slots.flatMap((slot) => (slot.known ? [slot] : (slotsByForm(slot, forms, roots) ?? [slot])));
  const last = read.at(-1);
  if (last && !last.known && last.text.length >= 3) {
    const tokens = await index.completions(last.text, MOST_COMPLETIONS);
    if (tokens.length) read[read.length - 1] = { ...last, tokens, known: true };
  }
  return read;
}

/** Words of the word lists are spelt as they should be; a word that only some product has may be its typing error. */
const isDoubtful = (slot: Slot) => !slot.listed && slot.text === slot.shown && !slot.text.includes(' ');

type Candidates = Map<number, { slot: Slot; cost: number }[]>;

/** What each word may have meant: the unknown ones, or every longer one where all are known. */
async function candidatesFor(index: SearchIndex, slots: readonly Slot[]): Promise<Candidates> {
  const allKnown = slots.every((slot) => slot.known);
  const wanted = slots
    .map((slot, position) => ({ slot, position }))
    .filter(({ slot }) => (allKnown ? isDoubtful(slot) : !slot.known));
  const lengths = [...new Set(wanted.flatMap(({ slot }) => lengthsNear(slot.text)))].sort((a, b) => a - b);
  if (!lengths.length) return new Map();
  const buckets = await index.buckets(lengths);
  const candidates: Candidates = new Map();
  for (const { slot, position } of wanted) {
    const found = spellingCandidates(slot.text, buckets, MOST_CANDIDATES);
    if (!found.length) continue;
    candidates.set(
      position,
      found.map(({ word, cost }) => ({
        slot: { text: slot.text, shown: word, tokens: [word], known: true },
        cost,
      })),
    );
  }
  // The candidates' tokens, in one question for all.
  const shown = [...candidates.values()].flatMap((list) => list.map(({ slot }) => slot.shown));
  const known = await index.words(shown);
  for (const list of candidates.values())
    for (const candidate of list)
      candidate.slot = {
        ...candidate.slot,
        tokens: [known.get(candidate.slot.shown)?.token ?? candidate.slot.shown],
        ...meant(known.get(candidate.slot.shown)),
      };
  return candidates;
}

/** The cheapest reading that finds something; else the cheapest one. */
async function likeliestReading(
  index: SearchIndex,
  typed: Slot[],
  candidates: Candidates,
): Promise<(Reading & { finds: number }) | undefined> {
  const readings = readingsOf(typed, candidates);
  const first = readings[0];
  if (!first) return undefined;
  const complete = readings.filter(({ slots }) => slots.every((slot) => slot.known));
  const counts = complete.length
    ? await index.counts(
        complete.map(({ slots }) => matchAll(intentOf(slots).required)),
        COUNTED,
      )
    : [];
  let best: { reading: Reading; count: number } | undefined;
  complete.forEach((reading, position) => {
    const count = counts[position] ?? 0;
    if (!count) return;
    if (
      !best ||
      reading.cost < best.reading.cost ||
      (reading.cost === best.reading.cost && count > best.count)
    )
      best = { reading, count };
  });
  return best ? { ...best.reading, finds: best.count } : { ...first, finds: 0 };
}

/** A corrected query may have become an expression: `mega mndung` was only two words. */
async function readAgain(index: SearchIndex, { slots }: Reading): Promise<Slot[]> {
  const words = slots.flatMap((slot) => slot.shown.split(' '));
  const again = readSlots({ words, known: await index.words(lookupKeys(words)), literal: false });
  if (again.length >= slots.length || !again.every((slot) => slot.known)) return slots;
  return ((await index.counts([matchAll(intentOf(again).required)], 1))[0] ?? 0) > 0 ? again : slots;
}

/** Ways to read the query, cheapest first: every unknown word replaced, or one of the known ones. */
function readingsOf(typed: Slot[], candidates: Candidates): Reading[] {
  const allKnown = typed.every((slot) => slot.known);
  let readings: Reading[] = allKnown ? [] : [{ slots: typed, cost: 0 }];
  for (const [position, list] of candidates) {
    const replaced = ({ slots, cost }: Reading) =>
      list.map((candidate) => ({
        slots: slots.map((slot, index) => (index === position ? candidate.slot : slot)),
        cost: cost + candidate.cost,
      }));
    readings = allKnown
      ? [...readings, ...replaced({ slots: typed, cost: 0 })]
      : readings
          .flatMap(replaced)
          .sort((a, b) => a.cost - b.cost)
          .slice(0, MOST_READINGS);
  }
  return readings.sort((a, b) => a.cost - b.cost).slice(0, MOST_READINGS);
}

/**
 * As many of the slots as some product has: all of what is known, all but one, any. The thing itself is left
 * out last.
 */
async function someOf(
  index: SearchIndex,
  slots: Slot[],
  fewerThanAsked: boolean,
): Promise<Match | undefined> {
  if (!slots.length) return undefined;
  const { required: known, thing } = intentOf(slots);
  const ways: Match[] = [];
  if (fewerThanAsked) ways.push(matchAll(known));
  const rest = known.filter((slot) => slot !== thing);
  if (thing && rest.length) {
    const withThing = (match: Match): Match => match.map((all) => [thing.tokens, ...all]);
    if (rest.length > 1 && rest.length <= MOST_LEFT_OUT) ways.push(withThing(matchAllButOne(rest)));
    if (rest.length > 1) ways.push(withThing(matchAny(rest)));
    ways.push(matchAll([thing]));
  }
  if (known.length > 2 && known.length <= MOST_LEFT_OUT) ways.push(matchAllButOne(known));
  if (known.length > 1) ways.push(matchAny(known));
  if (!ways.length) return undefined;
  const counts = await index.counts(ways, 1);
  return ways.find((_, position) => (counts[position] ?? 0) > 0);
}
