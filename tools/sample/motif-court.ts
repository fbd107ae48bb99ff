import { mix } from './illustration/color.ts';
import { beads, blossom, draw, fill, leaf, type Motif, rays, spots } from './motif-marks.ts';

/** Motifs of the courts of Surakarta and Yogyakarta, and of the inland towns that follow them. */

/** Rows of leaning S-blades with a row of small rhombs between. */
export const parang: Motif = ({ line, second, ground }) => ({
  width: 26,
  height: 54,
  turn: -45,
  body:
    fill(
      'M3 37C3 25 14 25 13 14C12 8 6 7 3 11C4 3 14 0 19 6C26 15 17 24 16 30C15 36 19 39 23 36C20 45 6 46 3 37Z',
      line,
    ) +
    draw('M10 39C4 30 18 22 16 11', second, 2.4) +
    spots('23 17, 4 21', 3.4, line) +
    draw('M0 44.5H26M0 53H26', line, 1.6) +
    fill('M0 49l6.5-3.2L13 49l-6.5 3.2ZM13 49l6.5-3.2L26 49l-6.5 3.2Z', mix(second, ground, 0.1)),
});

/** Four palm-fruit ovals meeting in a cross. */
export const kawung: Motif = ({ line, second, ground }) => ({
  width: 46,
  height: 46,
  body:
    fill(
      'M23 23Q25 4 44 2Q42 21 23 23Q42 25 44 44Q25 42 23 23Q21 42 2 44Q4 25 23 23Q4 21 2 2Q21 4 23 23Z',
      line,
    ) +
    draw('M30 16l7-7M30 30l7 7M16 30l-7 7M16 16 9 9', second, 3.4, ' stroke-dasharray="0 5"') +
    draw(rays(23, 0, 4) + rays(23, 46, 4) + rays(0, 23, 4) + rays(46, 23, 4), line, 2.4) +
    spots('23 23', 5, ground),
});

/** Small stars in flower, strewn over a field of dots. */
export const truntum: Motif = ({ line, second }) => ({
  width: 36,
  height: 36,
  turn: 45,
  body:
    draw('M18 8V28M8 18H28', line, 4.6) +
    draw('M12 12 24 24M12 24 24 12', line, 2.4) +
    spots('18 18', 7, second) +
    draw(`${rays(0, 0, 5)}${rays(36, 36, 5)}${rays(36, 0, 5)}${rays(0, 36, 5)}`, line, 1.6) +
    spots('18 1, 1 18', 2.4, line),
});

/** Narrow slanting rows: a row of curled leaves, a row of dots. */
export const lereng: Motif = ({ line, second }) => ({
  width: 24,
  height: 38,
  turn: -45,
  body:
    draw('M0 2H24M0 24H24', line, 1.8) +
    fill('M3 20Q2 9 13 6Q22 5 21 12Q19 9 15 10Q20 18 10 20Q14 13 10 12Q5 14 3 20Z', line) +
    spots('7 8, 19 19', 3, second) +
    beads('M3 31H24', second, 6, 12) +
    beads('M9 31H24', line, 3, 12),
});

/** Rosettes in a strict grid. */
export const ceplok: Motif = ({ line, second, accent, ground }) => ({
  width: 56,
  height: 56,
  body:
    `<circle cx="28" cy="28" r="25" stroke="${line}" stroke-width="2"/>` +
    fill(
      `${leaf(28, 28, 28, 6, 0.4)}${leaf(28, 28, 50, 28, 0.4)}${leaf(28, 28, 28, 50, 0.4)}${leaf(28, 28, 6, 28, 0.4)}`,
      line,
    ) +
    fill(
      `${leaf(28, 28, 42, 14)}${leaf(28, 28, 42, 42)}${leaf(28, 28, 14, 42)}${leaf(28, 28, 14, 14)}`,
      second,
    ) +
    spots('28 28', 9, ground) +
    spots('28 28', 5, accent) +
    fill('M0-7 7 0 0 7-7 0ZM56-7 63 0 56 7 49 0ZM0 49 7 56 0 63-7 56ZM56 49 63 56 56 63 49 56Z', second),
});

/** A lattice of rhombs, each with a winged or flowering ornament. */
export const sidomukti: Motif = ({ line, second, accent }) => ({
  width: 72,
  height: 72,
  body:
    draw('M36-1 73 36 36 73-1 36Z', line, 4.4) +
    draw('M36-1 73 36 36 73-1 36Z', second, 1.4) +
    fill(
      'M36 46Q33 40 21 42Q13 36 14 27Q19 31 23 30Q20 25 24 21Q28 30 36 31Q44 30 48 21Q52 25 49 30Q53 31 58 27Q59 36 51 42Q39 40 36 46Z',
      line,
    ) +
    fill('M36 16l5 8-5 8-5-8ZM36 47l4 6-4 5-4-5Z', second) +
    draw('M20 33q2 4 7 5M52 33q-2 4-7 5M30 33v6M42 33v6', second, 1.6) +
    draw([0, 72].flatMap((x) => [0, 72].map((y) => rays(x, y, 17, 9))).join(''), line, 4) +
    draw([0, 72].flatMap((x) => [0, 72].map((y) => `M${x} ${y}h0`)).join(''), accent, 11),
});

/** Fine slanting bands like rain, every one with another small motif. */
export const udanLiris: Motif = ({ line, second, accent }) => ({
  width: 24,
  height: 64,
  turn: -40,
  body:
    draw('M0 1H24M0 17H24M0 33H24M0 49H24', line, 1.6) +
    draw('M-2 13 6 5 12 11 18 5 26 13', second, 2.6) +
    fill('M2 25 7 21 12 25 7 29ZM14 25 19 21 24 25 19 29Z', line) +
    beads('M4 41H24', accent, 6.5, 12) +
    beads('M10 41H24', line, 3, 12) +
    draw('M2 60Q2 53 7 53Q12 53 10 57M14 54Q14 61 19 61Q24 61 22 57', line, 2.6),
});

/** Squares and dashes that imitate weaving. */
export const nitik: Motif = ({ line, second, accent }) => ({
  width: 48,
  height: 48,
  body:
    `<g stroke-linecap="butt"><circle cx="24" cy="24" r="20" stroke="${line}" stroke-width="3.4" stroke-dasharray="3.8 2.5"/>` +
    `<circle cx="24" cy="24" r="12.6" stroke="${second}" stroke-width="4.4" stroke-dasharray="4 2.6"/></g>` +
    fill('M24 17 31 24 24 31 17 24Z', line) +
    spots('24 24', 5, accent) +
    draw([0, 48].flatMap((x) => [0, 48].map((y) => rays(x, y, 6, 0))).join(''), line, 3),
});

/** Fish scales, a dot in each. */
export const gringsing: Motif = ({ line, second, accent }) => ({
  width: 34,
  height: 34,
  body:
    draw(
      'M0 17A17 17 0 0 0 34 17M-17 0A17 17 0 0 0 17 0A17 17 0 0 0 51 0M-17 34A17 17 0 0 0 17 34A17 17 0 0 0 51 34',
      line,
      2.6,
    ) +
    draw('M7 17A10 10 0 0 0 27 17M-10 0A10 10 0 0 0 10 0M24 0A10 10 0 0 0 44 0', second, 2) +
    spots('17 20, 0 3, 34 3', 6.4, line) +
    spots('17 20, 0 3, 34 3', 2.6, accent),
});

/** Sprouting plants, wings and the mountain. */
export const semen: Motif = ({ line, second, accent }) => ({
  width: 96,
  height: 92,
  body:
    fill(
      'M48 30Q38 34 30 30Q20 32 10 24Q6 14 12 6Q16 14 22 12Q22 4 30 4Q32 14 38 18Q44 20 48 16Q52 20 58 18Q64 14 66 4Q74 4 74 12Q80 14 84 6Q90 14 86 24Q76 32 66 30Q58 34 48 30Z',
      line,
    ) +
    draw('M14 15Q20 24 34 25M24 12Q28 20 38 23M82 15Q76 24 62 25M72 12Q68 20 58 23', second, 2.2) +
    fill('M48 32L56 42 48 52 40 42Z', accent) +
    draw(
      'M48 90V54M48 82Q24 84 22 66Q23 54 34 56Q40 62 33 67M48 82Q72 84 74 66Q73 54 62 56Q56 62 63 67',
      line,
      3,
    ) +
    fill(
      leaf(48, 72, 34, 78, 0.4) + leaf(48, 72, 62, 78, 0.4) + leaf(24, 60, 10, 48) + leaf(72, 60, 86, 48),
      second,
    ) +
    fill(
      'M-16 92Q-14 74-8 75Q-4 60 0 60Q4 60 8 75Q14 74 16 92ZM80 92Q82 74 88 75Q92 60 96 60Q100 60 104 75Q110 74 112 92Z',
      accent,
    ) +
    draw('M-8 86Q0 78 8 86M88 86Q96 78 104 86', line, 2.2) +
    spots('4 40, 92 40, 18 40, 78 40, 32 46, 64 46', 3.6, line),
});

/** Single wings and buds over a fine ground. */
export const cuwiri: Motif = ({ line, second, accent }) => ({
  width: 56,
  height: 56,
  body:
    fill('M4 28Q2 10 16 4Q28 1 30 9Q24 10 24 15Q18 14 17 20Q11 20 4 28Z', line) +
    fill('M52 56Q54 38 40 32Q28 29 26 37Q32 38 32 43Q38 42 39 48Q45 48 52 56Z', line) +
    draw('M9 19Q14 10 22 8M47 47Q42 38 34 36', second, 2) +
    fill(leaf(34, 24, 50, 6, 0.4) + leaf(22, 52, 6, 34, 0.4), second) +
    spots('42 20, 14 48', 5.4, accent) +
    beads('M2 0H56M0 0V56', line, 2.4, 8) +
    spots('36 14, 50 24, 20 42, 6 50, 28 26', 3, line),
});

/** Patches of cloth cut to triangles. */
export const tambal: Motif = ({ line, second, accent, deep, ground }) => ({
  width: 88,
  height: 88,
  body:
    fill('M0 0H44L0 44ZM44 44H88L44 88Z', second) +
    fill('M44 0H88V44ZM0 44 44 88H0Z', accent) +
    fill('M44 0 88 44H44ZM44 44V88L0 44Z', deep) +
    draw('M0 0H88M0 44H88M0 0V88M44 0V88M0 44 44 0M44 0 88 44M0 44 44 88M44 88 88 44', line, 2) +
    draw(rays(13, 13, 8, 5) + rays(58, 58, 8, 5), line, 2.4) +
    draw('M30 26V40M24 32V40M36 20V40M74 68V84M68 74V84M80 62V84', line, 2) +
    draw('M70 6H84M76 12H84M64 1H80M6 66V82M12 72V82M18 78V84', ground, 2.2) +
    spots('52 22, 52 34, 64 36, 36 50, 36 62, 24 52', 4.6, line),
});

/** Map-like islands, every one with another motif: flowers of the whole world. */
export const sekarJagad: Motif = ({ line, second, accent, deep, ground }) => ({
  width: 104,
  height: 104,
  body:
    `<g stroke="${line}" stroke-width="3.4">` +
    fill('M0 0Q16 28 2 54Q28 66 54 50Q40 22 52 0Q26-14 0 0Z', second) +
    fill(
      'M2 54Q28 66 54 50Q66 62 52 80Q50 92 52 104Q26 90 0 104Q-10 80 2 54ZM104 104Q94 80 106 54V104Z',
      deep,
    ) +
    fill('M52 80Q66 62 54 50Q48 38 54 28Q80 14 106 30Q112 44 106 54Q96 66 104 80Q78 94 52 80Z', accent) +
    '</g>' +
    draw(rays(28, 28, 14, 9), line, 4.4) +
    spots('28 28', 7, accent) +
    spots('66 44, 79 36, 92 44, 92 62, 79 70, 66 62, 79 53', 6.4, line) +
    draw('M16 70V92M26 66V88M36 68V90', line, 2.8, ' stroke-dasharray="4 6"') +
    blossom(78, 4, 14, 5, line, mix(second, ground, 0.3)) +
    spots('78 98, 64 96, 92 96', 5, line),
});

/** Strewn grains of rice. */
export const grains: Motif = ({ line, second }) => ({
  width: 52,
  height: 52,
  body:
    draw(
      'M8 8l5 5M30 5l-3 7M45 14l-7 2M6 30h7M22 24l5 4M40 30l5 4M14 44l3-6M30 42l6-2M46 47l-3-6',
      line,
      3.4,
    ) + spots('20 12, 36 22, 24 36, 4 46, 48 4', 3, second),
});

/** The crackle of Wonogiren: veins where the wax broke. */
export const crackle: Motif = ({ line, second, deep }) => ({
  width: 90,
  height: 90,
  body:
    draw(
      'M0 20 22 26 34 8 30 0M22 26 30 48 10 62 0 58M30 48 56 52 68 34 90 20M68 34 58 14 34 8M56 52 60 76 44 90M60 76 90 58M10 62 16 82 30 90M44 90 30 90',
      deep,
      1.6,
      ' opacity=".75"',
    ) +
    blossom(46, 30, 11, 5, line, second) +
    fill(leaf(58, 34, 80, 46) + leaf(34, 34, 14, 42), line) +
    blossom(78, 80, 8, 5, second, line) +
    fill(leaf(24, 70, 42, 66), second),
});
