import type { Content } from '../../src/catalog/reading/content-folder.ts';
import type { Lexicon } from '../../src/domain/search/lexicon.ts';
import { wordsOf } from '../../src/domain/search/text.ts';
import type { SqlValue } from './sql.ts';

/** Completions kept in all: enough for every beginning, few enough that two letters read a few hundred rows. */
const MOST = 3000;
const LONGEST_WORDS = 3;
const LONGEST_CHARACTERS = 40;

/**
 * What the mall completes while somebody types: categories, sellers and places with their pages, and runs
 * of two or three words that several titles have, and every word.
 */
export function suggestionRows(
  content: Content,
  lexicon: Lexicon,
  regionName: (code: string) => string | undefined,
): SqlValue[][] {
  const rows = new Map<string, { key: string; weight: number; text: string; url: string | null }>();
  const add = (text: string, weight: number, url: string | null) => {
    const key = wordsOf(text).join(' ');
    if (!key || key.length > LONGEST_CHARACTERS) return;
    const id = `${key}\n${text}`;
    if ((rows.get(id)?.weight ?? 0) < weight) rows.set(id, { key, weight, text, url });
  };

  const bySeller = new Map<string, number>();
  const byCategory = new Map<string, number>();
  const byRegion = new Map<string, number>();
  const runs = new Map<string, number>();
  const plus = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const product of content.products.values()) {
    plus(bySeller, product.seller);
    plus(byCategory, product.category);
    const regency = content.sellers.get(product.seller)?.regency;
    if (regency) plus(byRegion, regency);
    const words = wordsOf(product.title);
    const own = new Set<string>();
    for (let start = 0; start < words.length; start++)
      for (let length = 1; length <= LONGEST_WORDS && start + length <= words.length; length++) {
        const run = words.slice(start, start + length);
        if (isWorthSaying(run, lexicon)) own.add(run.join(' '));
      }
    for (const run of own) plus(runs, run);
  }

  for (const [run, count] of runs) if (count >= 2 || !run.includes(' ')) add(run, count, null);
  // Categories and places come before runs of words that begin alike; sellers among them, by their products.
  for (const category of content.categories)
    if (byCategory.has(category.slug))
      add(category.name, 10_000 + byCategory.get(category.slug)!, `/kategori/${category.slug}/`);
  for (const [code, count] of byRegion) {
    const name = regionName(code);
    if (!name) continue;
    add(name, 5000 + count, `/daerah/${code}/`);
    const bare = name.replace(/^(?:Kabupaten|Kab\.|Kota)\s+/, '');
    if (bare !== name)
      rows.set(`${name}\n`, {
        key: wordsOf(bare).join(' '),
        weight: 5000 + count,
        text: name,
        url: `/daerah/${code}/`,
      });
  }
  for (const [slug, seller] of content.sellers)
    if (bySeller.has(slug)) add(seller.name, bySeller.get(slug)!, `/ukm/${slug}/`);

  return [...rows.values()]
    .sort(
      (a, b) => b.weight - a.weight || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.text < b.text ? -1 : 1),
    )
    .slice(0, MOST)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.text < b.text ? -1 : 1))
    .map(({ key, weight, text, url }) => [key, weight, text, url]);
}

function isWorthSaying(run: string[], lexicon: Lexicon): boolean {
  const [first, last] = [run[0]!, run[run.length - 1]!];
  if (lexicon.ignoredWords.has(first) || lexicon.ignoredWords.has(last)) return false;
  if (run.some((word) => /\p{N}/u.test(word) || lexicon.isMisspelling(word))) return false;
  return new Set(run).size === run.length && first.length > 2 && last.length > 1;
}
