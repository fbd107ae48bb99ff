import type { CategoryContent } from '../../src/schemas/category.ts';
import { BROAD, BROAD_WORDS, CHILDREN, TITLE_WORDS } from './title-words.ts';

export interface CategoryMatch {
  category: CategoryContent;
  /** What it is drawn as. */
  kind: string;
  /** Neither the table's category nor the title said more than this. */
  guessed: boolean;
}

/** Synonyms that stand in titles of everything: "bahan katun", "kids watch". */
const SAYS_NOTHING = new Set(['bahan', 'kids', 'baby']);

/**
 * Finds the mall's category for a listing: the one that the table names by slug, name or synonym; else the one
 * that the title's first telling word belongs to; else what the table's broad category comes to.
 */
export function categoryMatcher(
  categories: readonly CategoryContent[],
): (named: string, title: string) => CategoryMatch {
  const bySlug = new Map(categories.map((category) => [category.slug, category]));
  const byName = new Map<string, CategoryContent>();
  /** What the mall itself calls its categories; synonyms may be as broad as a shop's. */
  const names = new Set(
    categories.flatMap(({ slug, name, name_en }) => [slug, name, name_en].map((text) => wordsOf(text))),
  );
  const phrases = new Map<string, { category: CategoryContent; kind: string }>();
  for (const category of categories) {
    const { slug, name, name_en, synonyms } = category;
    const parts = name.split(/[&,/]/);
    for (const text of [slug, name, name_en, ...synonyms, ...parts]) {
      const words = wordsOf(text);
      if (!byName.has(words)) byName.set(words, category);
      if (!SAYS_NOTHING.has(words) && !BROAD.test(words) && !phrases.has(words))
        phrases.set(words, { category, kind: slug });
    }
  }
  for (const { category: slug, kind, words } of TITLE_WORDS) {
    const category = bySlug.get(slug);
    if (category) for (const word of words) phrases.set(wordsOf(word), { category, kind });
  }
  const longest = Math.max(1, ...[...phrases.keys()].map((phrase) => phrase.split(' ').length));

  /** The first telling word of a text, the longest phrase where several begin there. */
  const readTitle = (text: string) => {
    // In batik "cap" is the stamp that prints the wax, not what is worn on the head.
    const words = wordsOf(text)
      .replace(/\b(?:batik|tulis) cap\b|\bcap tulis\b/g, 'batik')
      .split(' ');
    for (let at = 0; at < words.length; at += 1)
      for (let length = longest; length > 0; length -= 1) {
        const found = phrases.get(words.slice(at, at + length).join(' '));
        if (found && at + length <= words.length) return found;
      }
    return undefined;
  };

  return (named, title) => {
    const shop = wordsOf(named);
    const inTitle = readTitle(title);
    // What the mall itself exported names a category by its slug.
    const exact = bySlug.get(named.trim()) ?? byName.get(shop);
    if (exact && (!BROAD.test(shop) || names.has(shop) || exact.slug === named.trim()))
      return { category: exact, kind: inTitle?.kind ?? exact.slug, guessed: false };
    const found = inTitle ?? (BROAD.test(shop) ? undefined : readTitle(named));
    if (found) {
      const children = bySlug.get(CHILDREN.category);
      const isForChild =
        CHILDREN.from.has(found.category.slug) && CHILDREN.pattern.test(`${shop} ${wordsOf(title)}`);
      return { ...found, ...(children && isForChild && { category: children }), guessed: false };
    }
    if (exact) return { category: exact, kind: exact.slug, guessed: false };
    const slug = BROAD_WORDS.find(
      ({ pattern, category }) => pattern.test(shop) && bySlug.has(category),
    )?.category;
    const category = bySlug.get(slug ?? 'aksesoris') ?? categories[0]!;
    return { category, kind: category.slug, guessed: true };
  };
}

function wordsOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
