import type { Ink } from './illustration/palette.ts';
import { hash, type Random } from './illustration/random.ts';

/** One repeat of a motif. */
export interface Tile {
  width: number;
  height: number;
  body: string;
  /** Degrees by which the repeats run aslant. */
  turn?: number;
}

export type Motif = (ink: Ink, random: Random) => Tile;

const kawung: Motif = ({ line, second }) => ({
  width: 44,
  height: 44,
  body:
    `<path d="M22 22Q24 4 42 2Q40 20 22 22Q40 24 42 42Q24 40 22 22Q20 40 2 42Q4 24 22 22Q4 20 2 2Q20 4 22 22Z" fill="${line}"/>` +
    `<path d="M28 16l7-7M28 28l7 7M16 28l-7 7M16 16L9 9" stroke="${second}" stroke-width="3" stroke-dasharray="0 5" stroke-linecap="round"/>` +
    `<path d="M22 0v5M22 39v5M0 22h5M39 22h5" stroke="${line}" stroke-width="3"/>`,
});

const truntum: Motif = ({ line, second }) => ({
  width: 34,
  height: 34,
  turn: 45,
  body:
    `<path d="M17 6V28M6 17H28" stroke="${line}" stroke-width="4" stroke-linecap="round"/>` +
    `<path d="M10 10 24 24M10 24 24 10" stroke="${line}" stroke-width="2" stroke-linecap="round"/>` +
    `<circle cx="17" cy="17" r="3.5" fill="${second}"/><circle cx="0" cy="0" r="2" fill="${line}"/>`,
});

const polos: Motif = () => ({ width: 40, height: 40, body: '' });

const MOTIFS: Record<string, Motif> = { kawung, truntum, polos };

/** The motif of that name; one that nobody knows is chosen by the technique, else by its letters. */
export function motifOf(name: string | undefined, technique: string | undefined): Motif {
  const plain = (name ?? '').toLowerCase();
  const known = Object.keys(MOTIFS).find((candidate) => plain.includes(candidate));
  if (known) return MOTIFS[known]!;
  if (!plain && technique === 'konveksi') return polos;
  const all = Object.values(MOTIFS);
  return all[hash(plain) % all.length]!;
}
