import { lengthsNear, spellingCandidates } from '../../src/domain/search/spelling.ts';
import { queryWords } from '../../src/domain/search/text.ts';
import { type SearchIndex, SearchUnavailable, type Suggestion } from './ports.ts';

const MOST = 6;
const SHORTEST = 2;
const LONGEST = 60;

export type SuggestQueries = (typed: string) => Promise<Suggestion[]>;

/**
 * What somebody may be typing: expressions that begin so; else the words before with the last one
 * completed; else with the last one corrected. Nothing while the index cannot be asked: typing goes on.
 */
export function suggestQueries(index: SearchIndex): SuggestQueries {
  return async (typed) => {
    const words = queryWords(typed);
    const text = words.join(' ');
    if (text.length < SHORTEST || text.length > LONGEST) return [];
    try {
      const whole = await index.suggestions(text, MOST);
      if (whole.length) return whole;
      const last = words.at(-1)!;
      const before = words.slice(0, -1).join(' ');
      const completed = before && last.length >= SHORTEST ? await index.suggestions(last, MOST) : [];
      if (completed.length)
        return completed.map((suggestion) => ({ text: `${before} ${suggestion.text.toLowerCase()}` }));
      // A word that is spelt as it should be is not corrected while it is typed either.
      if ((await index.words([last])).get(last)?.kind === 'listed') return [];
      const buckets = await index.buckets(lengthsNear(last));
      return spellingCandidates(last, buckets, 3).map(({ word }) => ({
        text: before ? `${before} ${word}` : word,
      }));
    } catch (error) {
      if (error instanceof SearchUnavailable) return [];
      throw error;
    }
  };
}
