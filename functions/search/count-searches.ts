import { wordsOf } from '../../src/domain/search/text.ts';

const LONGEST_COUNTED = 60;
const WIB_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The day in WIB, `2026-12-31`. */
export function dayInWib(moment: Date): string {
  return new Date(moment.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * A query as it is counted: its words, normalised. `undefined` where it may tell of a person (an address of
 * e-mail, a number of five digits or more) or is longer than what people look for.
 */
export function countableQuery(query: string): string | undefined {
  if (query.includes('@') || /\d[\d\s.-]{4,}/.test(query)) return undefined;
  const text = wordsOf(query).join(' ');
  return text && text.length <= LONGEST_COUNTED ? text : undefined;
}
