import type { Random } from './illustration/random.ts';

/** How much of a product lies in store: a workshop's few, a full shelf, or whatever is left. */
export type Shelf = 'few' | 'full' | 'leftover' | 'empty';

export const shelfOf = (random: Random, dear: boolean): Shelf => {
  const lot = random.next();
  if (lot < 0.02) return 'empty';
  if (lot < (dear ? 0.75 : 0.44)) return 'few';
  return lot < (dear ? 0.87 : 0.86) ? 'full' : 'leftover';
};

/** Pieces of one choice, 0 to 60. */
export function stockOn(shelf: Shelf, random: Random): number {
  if (shelf === 'empty') return 0;
  if (shelf === 'few') return Math.floor(random.between(2, 13));
  if (shelf === 'full') return Math.floor(random.between(20, 61));
  return random.chance(0.25) ? 0 : Math.floor(random.between(1, 61));
}
