import type { WordRole } from './lexicon.ts';
import type { Slot } from './query.ts';

/** What comes first among the products that match. */
export interface Ranking {
  /** Tokens that the thing is called by. */
  things: readonly string[];
  /** Categories where it is likeliest. */
  categories: readonly string[];
  /** Sizes, each met by any of its tokens. */
  sizes: readonly (readonly string[])[];
  /** Techniques that the title should name. */
  crafts: readonly string[];
  /** Wishes of taste and occasion, each met by any of its tokens. */
  soft: readonly (readonly string[])[];
}

/** A query as a wish: what a product must have, and what it had better have. */
export interface Intent {
  required: Slot[];
  /** The slot that names the thing itself; it outweighs every other word. */
  thing?: Slot;
  ranking: Ranking;
}

/** The word that names the head in Indonesian stands first: `tas kain` is a bag. */
const isThing = (slot: Slot) => slot.meaning?.role === 'thing' && slot.known;
const isWish = ({ meaning }: Slot) =>
  meaning?.role === 'size' || meaning?.role === 'soft' || meaning?.role === 'occasion';
/** Children's things have a category of their own, whatever the thing. */
const FOR_CHILDREN = 'busana-anak';

/** Tokens that meet a slot: its own, and whatever else suits it. */
const tokensOf = (slot: Slot) => [...new Set([...slot.tokens, ...(slot.meaning?.alike ?? [])])];

/**
 * Reads slots as a wish. Sizes, taste and occasions only rank while the query says something else; alone they
 * are what is asked for, an occasion with all that suits it.
 * @param sizes sizes that were said with their marker, as tokens of variants
 */
export function intentOf(slots: readonly Slot[], sizes: readonly (readonly string[])[] = []): Intent {
  const thing = slots.find(isThing);
  const led = (role: WordRole) => slots.filter((slot) => slot.meaning?.role === role);
  const occasions = led('occasion');
  // "Kado ibu" is no search for what has the word `ibu`: for whom it is only ranks what suits the occasion.
  const ranks = (slot: Slot) =>
    isWish(slot) || (!thing && occasions.length > 0 && slot.meaning?.role === 'leaning');
  const plain = slots.filter((slot) => !ranks(slot));
  const required = plain.length ? plain : requiredOfWishes(slots.filter(isWish), occasions, sizes);
  return {
    required,
    ...(thing && { thing }),
    ranking: {
      things: thing?.tokens ?? [],
      categories: categoriesOf(thing, led('leaning'), occasions),
      sizes: [...sizes, ...led('size').map(tokensOf)],
      crafts: led('technique').flatMap((slot) => slot.tokens),
      // The word itself counts besides what suits it.
      soft: [
        ...occasions.flatMap((slot) => [slot.tokens, tokensOf(slot)]),
        ...[...led('soft'), ...slots.filter((slot) => ranks(slot) && !isWish(slot))].map(
          ({ tokens }) => tokens,
        ),
      ],
    },
  };
}

/** Where it likeliest is: the thing's own categories, else those of whom it is for and of the occasion. */
function categoriesOf(thing: Slot | undefined, leanings: Slot[], occasions: Slot[]): readonly string[] {
  const named = (slots: Slot[]) => slots.flatMap((slot) => slot.meaning?.categories ?? []);
  const [forWhom, forWhat] = [named(leanings), named(occasions)];
  if (forWhom.includes(FOR_CHILDREN)) return [FOR_CHILDREN];
  if (thing) return thing.meaning?.categories ?? [];
  const both = forWhat.filter((category) => forWhom.includes(category));
  return both.length ? both : forWhat.length ? forWhat : forWhom;
}

function requiredOfWishes(
  wishes: readonly Slot[],
  occasions: readonly Slot[],
  sizes: readonly (readonly string[])[],
): Slot[] {
  const first = wishes[0];
  if (occasions.length)
    return [{ ...occasions[0]!, tokens: [...new Set(occasions.flatMap(tokensOf))], known: true }];
  if (first) return [first];
  const [size] = sizes;
  return size ? [{ text: size[0]!, shown: size[0]!, tokens: size, known: true, listed: true }] : [];
}
