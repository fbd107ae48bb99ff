// How search reads text: the same for what is indexed, what is asked and what is completed.

/** What a query may have at most; the rest is left unread. A title has at most 140 characters. */
export const MAX_QUERY_CHARACTERS = 300;
export const MAX_QUERY_WORDS = 32;
/** A longer run of letters and digits is no word that anybody looks for. */
const MAX_WORD_CHARACTERS = 40;

/** Lower case, compatibility forms folded, accents and every other mark taken off. */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC');
}

/**
 * The words of a text in their order, normalised: runs of letters and digits. All else, be it
 * punctuation, emoji, a null byte or search syntax, only separates.
 */
export function wordsOf(text: string): string[] {
  return (normalizeText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.slice(0, MAX_WORD_CHARACTERS),
  );
}

/** The words of a query, cut to what a query may have. */
export function queryWords(query: string): string[] {
  return wordsOf(clipQuery(query)).slice(0, MAX_QUERY_WORDS);
}

/** A query as it is said back to the shopper: one line without control characters, cut to the limit. */
export function clipQuery(query: string): string {
  const clipped = query
    .slice(0, MAX_QUERY_CHARACTERS * 4)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return [...clipped].slice(0, MAX_QUERY_CHARACTERS).join('').trim();
}
