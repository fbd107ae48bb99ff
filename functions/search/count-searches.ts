import { wordsOf } from '../../src/domain/search/text.ts';

const LONGEST_COUNTED = 60;

/**
 * A query as it is counted: its words, normalised. `undefined` where it may tell of a person (an address of
 * e-mail, a number of five digits or more) or is longer than what people look for.
 */
export function countableQuery(query: string): string | undefined {
  if (query.includes('@') || /\d[\d\s.-]{4,}/.test(query)) return undefined;
  const text = wordsOf(query).join(' ');
  return text && text.length <= LONGEST_COUNTED ? text : undefined;
}
