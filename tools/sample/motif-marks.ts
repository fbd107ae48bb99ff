import type { Ink } from './illustration/palette.ts';
import { num } from './illustration/path.ts';
import type { Random } from './illustration/random.ts';

/** One repeat of a motif. Strokes in it are round at ends and corners, shapes unfilled unless they say so. */
export interface Tile {
  width: number;
  height: number;
  body: string;
  /** Degrees by which the repeats run aslant. */
  turn?: number;
}

export type Motif = (ink: Ink, random: Random) => Tile;

/** A filled shape. */
export const fill = (d: string, color: string, more = ''): string =>
  `<path d="${d}" fill="${color}"${more}/>`;

/** A drawn line. */
export const draw = (d: string, color: string, width: number, more = ''): string =>
  `<path d="${d}" stroke="${color}" stroke-width="${width}"${more}/>`;

/** Round dots along a line, the *cecek* of batik. */
export const beads = (d: string, color: string, size: number, gap: number): string =>
  draw(d, color, size, ` stroke-dasharray="0 ${gap}"`);

/** Single dots; places as a list, or as text: `8 14, 20 6`. */
export const spots = (
  at: string | readonly (readonly [number, number])[],
  size: number,
  color: string,
): string => {
  const places = typeof at === 'string' ? at.split(', ') : at.map(([x, y]) => `${num(x)} ${num(y)}`);
  return draw(places.map((place) => `M${place}h0`).join(''), color, size);
};

/** The path of a star of strokes: eight rays where `slim` is given, four otherwise. */
export function rays(x: number, y: number, long: number, slim = 0): string {
  const straight = `M${num(x - long)} ${num(y)}h${num(2 * long)}M${num(x)} ${num(y - long)}v${num(2 * long)}`;
  if (!slim) return straight;
  const [low, size] = [num(x - slim), num(2 * slim)];
  return `${straight}M${low} ${num(y - slim)}l${size} ${size}M${low} ${num(y + slim)}l${size}-${size}`;
}

/** Places round a middle, the first one `from` degrees clockwise from the top. */
export function around(x: number, y: number, radius: number, count: number, from = 0): [number, number][] {
  return Array.from({ length: count }, (_, index) => {
    const angle = ((from + (360 * index) / count - 90) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** A flower of round petals with its heart. */
export function blossom(
  x: number,
  y: number,
  radius: number,
  petals: number,
  color: string,
  heart: string,
): string {
  const places = around(x, y, radius * 0.58, petals);
  // Whole numbers are near enough for a large flower, and shorter.
  const whole = places.map(([petalX, petalY]): [number, number] => [Math.round(petalX), Math.round(petalY)]);
  return (
    spots(radius < 9 ? places : whole, num1(radius * 0.86), color) +
    spots([[x, y]], num1(radius * 0.62), heart)
  );
}

/** The path of a leaf from its stem to its tip. */
export function leaf(x: number, y: number, toX: number, toY: number, plump = 0.34): string {
  const [dx, dy] = [toX - x, toY - y];
  const [midX, midY] = [x + dx * 0.45, y + dy * 0.45];
  const [sideX, sideY] = [-dy * plump, dx * plump];
  const at = (placeX: number, placeY: number) => `${Math.round(placeX)} ${Math.round(placeY)}`;
  return (
    `M${at(x, y)}Q${at(midX + sideX, midY + sideY)} ${at(toX, toY)}` +
    `Q${at(midX - sideX, midY - sideY)} ${at(x, y)}`
  );
}

const num1 = (value: number) => Math.round(value * 10) / 10;
