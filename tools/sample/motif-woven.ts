import { mix } from './illustration/color.ts';
import { num } from './illustration/path.ts';
import { draw, fill, type Motif, spots } from './motif-marks.ts';

/** Motifs that the loom makes: stripes, checks, ikat, songket, plaiting, knitting. */

const butt = (body: string) => `<g stroke-linecap="butt" stroke-linejoin="miter">${body}</g>`;

/** Lurik: stripes along the warp; which ones, the seed decides. */
export const lurik: Motif = ({ line, second, accent, deep }, random) => {
  const sets: [number, string, number][][] = [
    [
      [6, line, 2],
      [11, line, 2],
      [22, second, 7],
      [33, line, 2],
      [38, line, 2],
      [46, accent, 2],
    ],
    [
      [4, second, 6],
      [12, line, 1.6],
      [17, line, 1.6],
      [28, accent, 10],
      [39, line, 1.6],
      [44, line, 1.6],
    ],
    [
      [3, line, 3],
      [11, line, 3],
      [19, line, 3],
      [27, second, 3],
      [35, deep, 9],
      [45, second, 3],
    ],
    [
      [8, deep, 14],
      [8, line, 2.4],
      [24, second, 4],
      [31, second, 4],
      [38, second, 4],
    ],
  ];
  return {
    width: 48,
    height: 20,
    body: butt(
      random
        .pick(sets)
        .map(([x, color, width]) => draw(`M${x}-1V21`, color, width))
        .join(''),
    ),
  };
};

/** Lurik hujan gerimis: drizzle, short dashes between hairlines. */
export const gerimis: Motif = ({ line, second }) => ({
  width: 30,
  height: 36,
  body: butt(
    draw('M5-1V37', line, 1.6) +
      draw('M11 2v10M19 20v10M27 8v8', line, 3) +
      draw('M15-1V37', second, 1.6) +
      draw('M23 26v8', second, 3),
  ),
});

/** A diamond in steps, as dyed threads give it: `count` steps of `size` around a middle. */
function stepped(x: number, y: number, count: number, size: number): string {
  const side = (h: number, v: number, first: string) =>
    Array.from({ length: count }, () =>
      first === 'h' ? `h${num(h)}v${num(v)}` : `v${num(v)}h${num(h)}`,
    ).join('');
  return `M${num(x)} ${num(y - count * size)}${side(size, size, 'h')}${side(-size, size, 'v')}${side(-size, -size, 'h')}${side(size, -size, 'v')}Z`;
}

/** Tenun ikat of Troso: stepped diamonds between zigzag borders. */
export const ikat: Motif = ({ line, second, accent, ground, deep }) => ({
  width: 72,
  height: 92,
  body: butt(
    fill(stepped(36, 36, 6, 5), line) +
      fill(stepped(36, 36, 4, 5), second) +
      fill(stepped(36, 36, 2, 5), ground) +
      fill(stepped(0, 36, 2, 5) + stepped(72, 36, 2, 5), accent) +
      fill('M0 70H72V90H0Z', deep) +
      draw('M0 71H72M0 89H72', line, 2.4) +
      draw('M0 84 12 75 24 84 36 75 48 84 60 75 72 84', second, 4),
  ),
});

/** Zigzag ikat with feathered edges. */
export const ikatZigzag: Motif = ({ line, second, accent }) => ({
  width: 56,
  height: 66,
  body: butt(
    draw('M-2 20 14 6 28 20 42 6 58 20', line, 7) +
      draw('M-2 32 14 18 28 32 42 18 58 32', second, 5, ' stroke-dasharray="3 1.4"') +
      draw('M-2 43 14 29 28 43 42 29 58 43', accent, 2.4) +
      fill('M14 44 22 54 14 64 6 54ZM42 44 50 54 42 64 34 54Z', line) +
      fill('M14 50l3 4-3 4-3-4ZM42 50l3 4-3 4-3-4Z', second),
  ),
});

const GOLD = '#d0a546';

/** Songket: gold supplementary weft in diamonds and stars. */
export const songket: Motif = ({ ground, line, second }) => {
  const gold = mix(GOLD, ground, 0.02);
  return {
    width: 54,
    height: 54,
    body: butt(
      draw('M27-1 55 27 27 55-1 27Z', gold, 2.6, ' stroke-dasharray="4 1.4"') +
        draw('M27 10 44 27 27 44 10 27Z', gold, 4, ' stroke-dasharray="3 1"') +
        fill('M27 18 36 27 27 36 18 27Z', gold) +
        fill('M27 23l4 4-4 4-4-4Z', second) +
        fill('M0-8 8 0 0 8-8 0ZM54-8 62 0 54 8 46 0ZM0 46 8 54 0 62-8 54ZM54 46 62 54 54 62 46 54Z', line),
    ),
  };
};

/** Sarung checks: broad bands crossing, fine lines between. */
export const palekat: Motif = ({ line, second, deep, accent }) => ({
  width: 72,
  height: 72,
  body: butt(
    draw('M14-1V73M-1 14H73', deep, 22, ' opacity=".5"') +
      draw('M44-1V73M-1 44H73', second, 12, ' opacity=".55"') +
      draw('M14-1V73M-1 14H73M34-1V73M-1 34H73M54-1V73M-1 54H73', line, 2, ' opacity=".9"') +
      draw('M64-1V73M-1 64H73', accent, 3, ' opacity=".8"'),
  ),
});

/** Goyor: ikat flowers inside checks. */
export const goyor: Motif = ({ line, second, deep, accent }) => ({
  width: 66,
  height: 66,
  body: butt(
    draw('M6-1V67M-1 6H67', deep, 12, ' opacity=".6"') +
      draw('M6-1V67M-1 6H67', line, 2) +
      draw('M39 20V58M20 39H58', line, 7, ' stroke-dasharray="5 1.6"') +
      draw('M29 29 49 49M29 49 49 29', second, 4, ' stroke-dasharray="3 1.4"') +
      fill('M39 33 45 39 39 45 33 39Z', accent),
  ),
});

/** Even checks. */
export const kotak: Motif = ({ line }) => ({
  width: 36,
  height: 36,
  body: butt(draw('M9-1V37', line, 18, ' opacity=".5"') + draw('M-1 9H37', line, 18, ' opacity=".5"')),
});

/** Plaited strips of pandan, bamboo or water hyacinth. */
export const anyam: Motif = ({ line, pale, deep, ground }) => ({
  width: 32,
  height: 32,
  body: butt(
    fill('M0 0H32V32H0Z', deep) +
      fill('M1 1H15V15H1ZM17 17H31V31H17Z', pale) +
      fill('M17 1H31V15H17ZM1 17H15V31H1Z', mix(ground, line, 0.22)) +
      draw('M1 5H15M1 10H15M17 21H31M17 26H31M21 1V15M26 1V15M5 17V31M10 17V31', deep, 1, ' opacity=".5"'),
  ),
});

/** Knitting: rows of little Vs. */
export const rajut: Motif = ({ deep, second, line }, random) => ({
  width: 16,
  height: 48,
  body:
    draw('M1 2 8 9 15 2M1 14 8 21 15 14M1 26 8 33 15 26M1 38 8 45 15 38', deep, 4.6, ' opacity=".5"') +
    (random.chance(0.6) ? draw('M1 14 8 21 15 14', line, 4.6) + draw('M1 26 8 33 15 26', second, 4.6) : ''),
});

/** Plain weave: the faint slubs of handwoven yarn. */
export const polos: Motif = ({ deep, pale }) => ({
  width: 70,
  height: 46,
  body:
    draw('M4 8H26M40 20H66M12 34H34', deep, 1.2, ' opacity=".35"') +
    draw('M44 6H60M8 22H22M48 38H68', pale, 1.4, ' opacity=".6"'),
});

/** Leather: a scatter of pores and creases. */
export const kulit: Motif = ({ deep, pale }) => ({
  width: 44,
  height: 44,
  body:
    draw(
      'M4 8q4 3 7 0M22 5q3 4 7 2M36 14q4 2 6-1M10 24q4 3 8 1M28 26q3 3 7 1M4 38q3 3 7 0M20 38q4 2 6-1M36 38q3 2 6 0',
      deep,
      1.3,
      ' opacity=".45"',
    ) + spots('15 14, 32 18, 6 30, 24 33, 40 30', 1.8, pale),
});

/** Hammered metal. */
export const tembaga: Motif = ({ deep, pale }) => ({
  width: 30,
  height: 30,
  turn: 30,
  body:
    draw('M4 9a7 7 0 0 1 10-5M20 22a7 7 0 0 1 8-6', pale, 2, ' opacity=".8"') +
    draw('M14 6a7 7 0 0 1-7 8M29 20a7 7 0 0 1-8 7', deep, 1.6, ' opacity=".4"'),
});
