// Typing errors: which words may have been meant.

/**
 * Edits that a word forgives, by the length of the word that was meant: one in four or five letters, two
 * in longer ones. Shorter words and words with digits forgive none.
 */
export function forgivenEdits(target: string): number {
  if (/\p{N}/u.test(target)) return 0;
  return target.length >= 6 ? 2 : target.length >= 4 ? 1 : 0;
}

/** The longest and the shortest word that a typed word may stand for, by the same rule. */
export function lengthsNear(typed: string): number[] {
  const lengths: number[] = [];
  for (let length = Math.max(4, typed.length - 2); length <= typed.length + 2; length++) {
    const edits = length >= 6 ? 2 : 1;
    if (Math.abs(length - typed.length) <= edits) lengths.push(length);
  }
  return lengths;
}

/**
 * Edits between two words: inserting, leaving out, changing a letter, or swapping two neighbours
 * (optimal string alignment). Anything above `limit` is told as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const rows = endA - start;
  const columns = endB - start;
  if (rows === 0 || columns === 0) return Math.min(limit + 1, rows + columns);
  let twoBefore: number[] = [];
  let before = Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= rows; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= columns; column++) {
      const same = a[start + row - 1] === b[start + column - 1];
      let cost = Math.min(
        before[column]! + 1,
        current[column - 1]! + 1,
        before[column - 1]! + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        a[start + row - 1] === b[start + column - 2] &&
        a[start + row - 2] === b[start + column - 1]
      )
        cost = Math.min(cost, twoBefore[column - 2]! + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    twoBefore = before;
    before = current;
  }
  return Math.min(limit + 1, before[columns]!);
}

/** A word that may have been meant, and how often the mall has it. */
export interface Candidate {
  word: string;
  edits: number;
  count: number;
  /** How unlikely it is: edits first, then another first letter, then another sound. */
  cost: number;
}

/** The words of one length in the catalogue, with how many products have each. */
export interface WordBucket {
  length: number;
  words: { word: string; count: number; letters: number }[];
}

/** One bit for each letter that occurs: words two edits apart differ in at most four of them. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function bitsDiffering(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  while (bits) {
    bits &= bits - 1;
    count++;
  }
  return count;
}

/** Vowels and letters that sound alike are mistaken for each other first. */
const soundOf = (word: string) =>
  word
    .replace(/[aeiou]+/g, 'a')
    .replace(/[kcq]/g, 'k')
    .replace(/[pfvb]/g, 'p')
    .replace(/[dt]/g, 't')
    .replace(/[sz]/g, 's')
    .replace(/(.)\1+/g, '$1');

/**
 * The words that a typed word may stand for, likeliest first: fewest edits, then the same first letter,
 * then the same sound, then the word that more products have.
 */
export function spellingCandidates(
  typed: string,
  buckets: readonly WordBucket[],
  limit: number,
): Candidate[] {
  if (/\p{N}/u.test(typed)) return [];
  const bits = letterBits(typed);
  const sound = soundOf(typed);
  const found: Candidate[] = [];
  for (const bucket of buckets) {
    for (const { word, count, letters } of bucket.words) {
      const allowed = forgivenEdits(word);
      if (word === typed || bitsDiffering(bits, letters) > allowed * 2) continue;
      const edits = editDistance(typed, word, allowed);
      if (edits > allowed) continue;
      const cost = edits * 4 + (word[0] === typed[0] ? 0 : 2) + (soundOf(word) === sound ? 0 : 1);
      found.push({ word, edits, count, cost });
    }
  }
  found.sort((a, b) => a.cost - b.cost || b.count - a.count || (a.word < b.word ? -1 : 1));
  return found.slice(0, limit);
}
