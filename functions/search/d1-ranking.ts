import type { Ranking } from '../../src/domain/search/intent.ts';
import type { Match } from '../../src/domain/search/query.ts';

/** FTS5's words for a match. Tokens come from the index itself, never from what somebody typed. */
export function matchExpression(match: Match): string {
  const quoted = (token: string) => `"${token.replaceAll('"', '')}"`;
  return match
    .map((slots) => slots.map((tokens) => `(${tokens.map(quoted).join(' OR ')})`).join(' AND '))
    .map((all) => `(${all})`)
    .join(' OR ');
}

/** What comes first, as sums over a product's columns, with the values of their parameters. */
export interface Rank {
  /** The thing itself in its category, then the thing, then the category; then sizes. */
  kind: string;
  /** All of it: what it is, its sizes, its technique, its occasion. */
  tier: string;
  values: Record<string, string>;
}

/** Wishes of one sort that are looked at; the number of bits that they need follows from it. */
const MOST_WISHES = 3;
/** What a size is looked for in: a description tells of others, too. */
const SIZE_COLUMNS = '{title attributes} : ';

/**
 * SQL of a ranking. The thing's name outweighs sizes, sizes outweigh techniques, techniques outweigh taste;
 * each kind has two bits. Without wishes it is a constant and costs nothing.
 */
export function rankOf(ranking: Ranking | undefined): Rank {
  const values: Record<string, string> = {};
  const named = (kind: string, index: number, value: string) => {
    const name = `${kind}_${'abc'[index]}`;
    values[name] = value;
    return `:${name}`;
  };
  const sum = (parts: string[]) => (parts.length ? `(${parts.join(' + ')})` : '0');
  const has = (column: string, kind: string, tokens: readonly string[]) =>
    sum(
      tokens
        .slice(0, MOST_WISHES)
        .map((token, index) => `(instr(${column}, ${named(kind, index, ` ${token} `)}) > 0)`),
    );
  const found = (kind: string, wishes: readonly (readonly string[])[], columns = '') =>
    sum(
      wishes
        .slice(0, MOST_WISHES)
        .map(
          (tokens, index) =>
            `(id IN (SELECT rowid FROM search_index WHERE search_index MATCH ${named(kind, index, columns + matchExpression([[tokens]]))}))`,
        ),
    );
  if (!ranking) return { kind: '0', tier: '0', values };
  const { things, categories, sizes, crafts, soft } = ranking;
  const inCategory = categories.length
    ? `(instr(${named('category', 0, ` ${categories.join(' ')} `)}, ' ' || category || ' ') > 0)`
    : '0';
  const kind = `((2 * (${has('heads', 'thing', things)} > 0) + ${inCategory}) * 4 + ${found('size', sizes, SIZE_COLUMNS)})`;
  return {
    kind,
    tier: `((${kind} * 4 + ${has('crafts', 'craft', crafts)}) * 4 + ${found('soft', soft)})`,
    values,
  };
}
