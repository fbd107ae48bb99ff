import { distance, lightness } from './color.ts';
import type { Random } from './random.ts';

/** A wall, a shape on it and a floor, of one family. */
interface Tint {
  wall: string;
  shape: string;
  floor: string;
}

const TINTS: readonly Tint[] = [
  { wall: '#f2e6d0', shape: '#e8d4b0', floor: '#dfc79d' },
  { wall: '#f5e3d8', shape: '#eccab8', floor: '#e0b59f' },
  { wall: '#e8ebdb', shape: '#d3dbbf', floor: '#c2cba9' },
  { wall: '#e2e9e8', shape: '#c9d8d7', floor: '#b4c8c7' },
  { wall: '#f8ecca', shape: '#f1d99a', floor: '#e6c67c' },
  { wall: '#ece4e6', shape: '#dccbd1', floor: '#cbb5be' },
  { wall: '#eedac6', shape: '#e0bd9b', floor: '#d0a67f' },
  { wall: '#eae5dc', shape: '#d9d0c1', floor: '#c7bba7' },
  { wall: '#d9a17f', shape: '#cd8a63', floor: '#bb7750' },
  { wall: '#8fb0a8', shape: '#769d95', floor: '#658b84' },
  { wall: '#dfb663', shape: '#d2a248', floor: '#c08f38' },
  { wall: '#8796ad', shape: '#73839d', floor: '#63738e' },
  { wall: '#adb892', shape: '#98a57b', floor: '#87946b' },
  { wall: '#d6a49a', shape: '#c88e83', floor: '#b67b70' },
];

/** A wall on which the goods stand out, with one of a family of quiet shapes. */
export function backdrop(ground: string, stands: boolean, floorAt: number, random: Random): string {
  const far = ({ wall, shape }: Tint) => Math.min(distance(wall, ground), distance(shape, ground));
  const ranked = TINTS.toSorted((one, other) => far(other) - far(one));
  const fit = ranked.filter((tint, rank) => rank < 4 || far(tint) > 0.2);
  const light = fit.filter(({ wall }) => lightness(wall) > 0.85);
  const { wall, shape, floor } = random.pick(
    light.length && random.chance(0.72) ? light : fit.length ? fit : TINTS,
  );
  const across = 200 + Math.round(random.between(-26, 26));
  const shapes = [
    '',
    `<path d="M${across - 130} 400V176a130 130 0 0 1 260 0v224Z" fill="${shape}"/>`,
    `<circle cx="${across}" cy="${Math.round(random.between(168, 208))}" r="${Math.round(random.between(126, 152))}" fill="${shape}"/>`,
    `<path d="M0 400V${across - 30}Q110 ${across - 110} 210 ${across}T400 ${across - 40}V400Z" fill="${shape}"/>`,
    `<path d="M${across - 200} 0h150L${across + 130} 400h-150Z" fill="${shape}"/>`,
    `<path d="M0 0h${across - 70}V400H0Z" fill="${shape}"/>`,
    `<path d="M60 60H340V340H60Z" fill="none" stroke="${shape}" stroke-width="18"/>`,
  ];
  const ground_ = stands || random.chance(0.3) ? `<path d="M0 ${floorAt}H400V400H0Z" fill="${floor}"/>` : '';
  return `<path d="M0 0H400V400H0Z" fill="${wall}"/>${random.pick(shapes)}${ground_}`;
}
