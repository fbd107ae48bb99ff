/** Something that is wrong in the content folder, for the editor who has to mend it. */
export interface Problem {
  /** Relative to the content folder. */
  file: string;
  /** Counted from 1. */
  line?: number;
  /** The field's dotted path, `variants.0.price`. */
  field?: string;
  /** What is wrong, in Indonesian. */
  message: string;
  /** What to do about it, in Indonesian. */
  remedy: string;
  /** An error fails the build, a warning is told. */
  severity: 'error' | 'warning';
}

/** Compares by code points, so that the order is the same on every machine. */
export function byPlace(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The candidate that is most like a word, if one is near enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (!best || distance < best.distance) best = { candidate, distance };
  }
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

/** Levenshtein's distance: how many single letters must change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

/** Tells a problem of one file; its line is that of the field unless it is given. */
export type Tell = (path: (string | number)[], message: string, remedy: string, line?: number) => void;
