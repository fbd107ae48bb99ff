import { mix } from './illustration/color.ts';
import { num } from './illustration/path.ts';
import { around, beads, blossom, draw, fill, leaf, type Motif, rays, spots } from './motif-marks.ts';

/** Motifs by hand on plain cloth: leaf prints, tied dye, embroidery, and the free forms of today. */

/** Real leaves pounded or steamed into the cloth. */
export const ecoprint: Motif = ({ line, second, accent, ground }, random) => {
  const print = (x: number, y: number, turn: number, size: number, color: string, form: number) => {
    const outline = [
      'M0-24Q18-8 0 24Q-18-8 0-24Z',
      'M0-20Q24-26 20 0Q16 18 0 22Q-16 18-20 0Q-24-26 0-20Z',
      'M0-24Q6-14 18-16Q14-6 22 2Q10 6 0 24Q-10 6-22 2Q-14-6-18-16Q-6-14 0-24Z',
    ][form];
    return (
      `<g transform="translate(${x} ${y})rotate(${turn})scale(${num(size)})" opacity=".85">` +
      `${fill(outline!, color)}${draw('M0-18V30M0-6 8-13M0-6-8-13M0 6 9-2M0 6-9-2', ground, 1.8)}</g>`
    );
  };
  const lean = Math.round(random.between(-20, 20));
  const soft = mix(line, ground, 0.25);
  return {
    width: 108,
    height: 104,
    body:
      print(28, 30, 24 + lean, 1, second, random.chance(0.5) ? 1 : 0) +
      print(80, 26, -38 + lean, 0.8, soft, 0) +
      print(76, 76, 140 + lean, 1, accent, 2) +
      print(28, 80, -70 + lean, 0.8, soft, 0) +
      spots('52 54, 50 8, 54 98, 6 56', 4, second),
  };
};

/** Jumputan: rings left by tied knots. */
export const jumputan: Motif = ({ line, second, accent }) => ({
  width: 64,
  height: 64,
  turn: 45,
  body:
    `<circle cx="32" cy="32" r="21" stroke="${line}" stroke-width="6" stroke-dasharray="5 2.6" stroke-linecap="butt"/>` +
    `<circle cx="32" cy="32" r="12" stroke="${second}" stroke-width="5" stroke-dasharray="0 6.3"/>` +
    spots('32 32', 9, line) +
    spots('32 32', 3.4, accent) +
    draw('M0 0h0M64 0h0M0 64h0M64 64h0', second, 13) +
    draw('M0 0h0M64 0h0M0 64h0M64 64h0', line, 5) +
    beads('M10 0H56M0 10V56', line, 3.4, 9),
});

/** Shibori: cloth wound on a pole and bound, so that the dye bleeds in broken waves. */
export const shibori: Motif = ({ line, second, ground }) => {
  const bled = mix(line, ground, 0.45);
  const wave = (y: number) => `M0 ${y}Q18 ${y - 12} 36 ${y}T72 ${y}`;
  return {
    width: 72,
    height: 62,
    turn: -28,
    body:
      draw(wave(12), bled, 11) +
      draw(wave(12), line, 5, ' stroke-dasharray="15 5 8 4 3 7"') +
      draw(wave(26), line, 3, ' stroke-dasharray="7 5 2 6"') +
      draw(wave(40), bled, 6, ' stroke-dasharray="12 7"') +
      draw(wave(40), line, 2.4, ' stroke-dasharray="9 10"') +
      draw(wave(53), second, 3.4, ' stroke-dasharray="3 6 11 5"'),
  };
};

/** Sprigs of satin stitch, far apart. */
export const bordir: Motif = ({ line, second, accent, ground }) => ({
  width: 84,
  height: 96,
  body:
    draw('M20 54Q30 40 24 26M62 92Q52 84 54 70', mix(accent, ground, 0.1), 2.2) +
    fill(leaf(26, 42, 42, 40) + leaf(24, 46, 12, 36) + leaf(56, 84, 74, 80), accent) +
    blossom(24, 22, 13, 5, line, second) +
    blossom(54, 66, 10, 5, second, line) +
    spots('64 20, 70 28, 12 84', 3.6, line),
});

/** Ribbon roses. */
export const sulam: Motif = ({ line, second, accent }) => ({
  width: 74,
  height: 84,
  body:
    draw('M36 42Q30 64 40 80', accent, 2.2) +
    fill(leaf(34, 60, 14, 58, 0.5) + leaf(36, 68, 56, 60, 0.5), accent) +
    spots(around(36, 28, 11, 5), 15, line) +
    draw('M36 28q4-6 8 0q1 9-9 9q-10-2-9-12q3-9 13-8', second, 2.8) +
    blossom(4, 70, 8, 5, second, line) +
    blossom(66, 14, 6, 5, second, line) +
    spots('64 78, 8 12, 14 22', 4, line),
});

/** Free shapes: brushed arcs, pebbles, dashes. */
export const abstrak: Motif = ({ line, second, accent }, random) => {
  const lean = Math.round(random.between(0, 50));
  return {
    width: 96,
    height: 96,
    turn: lean,
    body:
      draw('M6 40Q22 4 52 16M12 48Q28 18 54 28', line, 5) +
      fill('M60 50Q84 40 88 60Q88 82 68 80Q52 72 60 50Z', second) +
      spots(around(73, 62, 8, 3), 5, line) +
      draw('M12 66 30 92M22 62 40 88M32 60 48 82', accent, 4) +
      spots('74 14, 86 26, 68 30, 58 92, 8 10', 6, accent),
  };
};

/** Triangles and chevrons. */
export const geometris: Motif = ({ line, second, accent }) => ({
  width: 60,
  height: 60,
  body:
    fill('M0 30 15 4 30 30ZM30 60 45 34 60 60Z', line) +
    fill('M30 30 45 4 60 30ZM0 60 15 34 30 60Z', second) +
    fill('M9 30 15 19 21 30ZM39 60 45 49 51 60Z', accent) +
    draw('M0 32H60M0 2H60', line, 2),
});

/** Polka dots. */
export const polkadot: Motif = ({ line }) => ({
  width: 26,
  height: 26,
  turn: 45,
  body: spots('13 13', 11, line),
});

/** Splashed dots of *ciprat*. */
export const ciprat: Motif = ({ line, second, accent }) => ({
  width: 78,
  height: 78,
  body:
    spots('14 16, 52 58', 15, line) +
    spots('58 16, 18 60', 10, second) +
    spots('34 34, 70 40, 36 8, 66 74', 6.4, accent) +
    spots('24 28, 6 38, 42 22, 64 28, 34 70, 46 44, 74 8, 4 74, 64 48', 3.4, line) +
    draw('M22 10l5-5M60 66l6 5M44 50l-5-5', line, 3),
});

/** Tobacco, coffee and other crops: a leafy stem with berries. */
export const crops: Motif = ({ line, second, accent }) => ({
  width: 84,
  height: 96,
  body:
    draw('M22 94Q28 50 22 6M64 92Q58 70 62 50', line, 2.6) +
    fill(leaf(24, 70, 2, 54) + leaf(25, 62, 48, 44) + leaf(25, 40, 4, 26) + leaf(24, 30, 44, 14), line) +
    fill(leaf(62, 76, 80, 62) + leaf(61, 82, 42, 74) + leaf(62, 52, 66, 30), second) +
    spots('30 78, 36 84, 29 88, 66 12, 73 17, 65 21, 52 56', 7, accent) +
    draw(rays(54, 4, 4) + rays(8, 84, 4), second, 2.2),
});

/** Houses, gates and temples of the towns, between clouds. */
export const landmark: Motif = ({ line, second, accent }) => ({
  width: 92,
  height: 92,
  body:
    fill('M6 50H46V44H40V30H34L26 14 18 30H12V44H6Z', line) +
    fill('M23 50V38Q26 33 29 38V50Z', second) +
    draw('M12 37H40', second, 2) +
    fill('M58 90H86V84H82V76H78V68H75L72 56 69 68H66V76H62V84H58Z', second) +
    draw('M62 84H82M66 76H78', line, 2) +
    draw('M56 22Q58 14 66 17Q72 8 78 17Q86 15 86 22ZM6 78Q8 70 16 73Q22 64 28 73Q36 71 36 78Z', accent, 2.8) +
    spots('56 40, 84 42, 48 66, 46 84', 4.4, line),
});

/** Fish and waves. */
export const laut: Motif = ({ line, second, accent }) => ({
  width: 84,
  height: 80,
  body:
    fill('M8 20Q24 4 42 18L54 10Q50 20 54 30L42 23Q24 36 8 20Z', line) +
    draw('M28 14Q32 20 28 26M35 15Q38 20 35 25', second, 2) +
    spots('17 19', 3.6, accent) +
    draw('M0 46Q10 36 21 46T42 46T63 46T84 46M0 54Q10 44 21 54T42 54T63 54T84 54', second, 2.8) +
    fill('M44 70Q56 60 68 69L78 63V77L68 73Q56 80 44 70Z', accent) +
    spots('66 12, 72 20, 64 26, 20 68, 28 74', 4, line),
});
