/** How sizes of a kind are told. */
export type Sizing = 'shirt' | 'dress' | 'jumbo' | 'child' | 'baby' | 'trousers' | 'shoe' | 'none' | 'set';

/** A kind of product as the sample knows it; its key is the kind that the illustration draws. */
export interface Kind {
  category: string;
  /** How titles call it; the first is the plain one. */
  names: readonly string[];
  en: string;
  /** Grams when packed, lightest and heaviest. */
  weight: readonly [number, number];
  /** Price in rupiah of a plain piece: cloth by technique comes on top by `cloth` metres. */
  sewing: readonly [number, number];
  cloth: number;
  sizing: Sizing;
  unit?: 'lembar' | 'pasang' | 'set' | 'meter' | 'kodi';
  /** What it is good for, ends of "cocok untuk …". */
  uses: readonly string[];
  /** What it has, whole clauses for descriptions. */
  details: readonly string[];
}

export const kind = (
  category: string,
  names: readonly string[],
  en: string,
  weight: readonly [number, number],
  sewing: readonly [number, number],
  cloth: number,
  sizing: Sizing,
  uses: readonly string[],
  details: readonly string[],
  unit?: Kind['unit'],
): Kind => ({ category, names, en, weight, sewing, cloth, sizing, uses, details, ...(unit && { unit }) });
