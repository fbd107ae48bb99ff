import { mix } from './illustration/color.ts';
import { around, beads, blossom, draw, fill, leaf, type Motif, rays, spots } from './motif-marks.ts';

/** Motifs of the north coast: Pekalongan, Batang, Semarang, Kudus, Rembang with Lasem, and of Blora behind it. */

/** Banks of cloud in bands, dark to light. */
export const megaMendung: Motif = ({ line, ground, second, deep }) => {
  const cloud =
    'M6 34Q24 34 26 24Q27 13 40 15Q48 3 60 13Q72 11 73 23Q76 33 96 34Q82 41 67 38Q58 45 48 38Q28 43 6 34Z';
  const edge = (color: string, width: number) => `<use href="#W" stroke="${color}" stroke-width="${width}"/>`;
  const bank =
    `<g id="V"><g stroke="${deep}" stroke-width="20"><path id="W" d="${cloud}"/></g>` +
    `${edge(mix(ground, line, 0.3), 14)}${edge(mix(ground, line, 0.65), 9)}${edge(line, 4)}` +
    `${fill(cloud, mix(ground, second, 0.75))}${draw('M32 31Q35 22 43 25M51 30Q51 20 61 22M67 31Q71 28 78 31', line, 2.4)}</g>`;
  return {
    width: 116,
    height: 96,
    body: `${bank}<use href="#V" x="-58" y="46"/><use href="#V" x="58" y="46"/>`,
  };
};

/** Eight-rayed circles of Pekalongan, after the Indian patola. */
export const jlamprang: Motif = ({ line, second, accent, ground }) => ({
  width: 60,
  height: 60,
  body:
    `<circle cx="30" cy="30" r="27" fill="${second}"/><circle cx="30" cy="30" r="21" fill="${ground}"/>` +
    draw(rays(30, 30, 15, 10.5), line, 6) +
    spots('30 30', 12, accent) +
    spots('30 30', 5, line) +
    spots(around(30, 30, 24, 12), 3.4, line) +
    fill('M0-9 9 0 0 9-9 0ZM60-9 69 0 60 9 51 0ZM0 51 9 60 0 69-9 60ZM60 51 69 60 60 69 51 60Z', accent) +
    draw('M0 0h0M60 0h0M0 60h0M60 60h0', line, 5),
});

/** Bouquets in the Dutch manner. */
export const buketan: Motif = ({ line, second, accent, ground }) => {
  const leafy = mix(accent, ground, 0.12);
  return {
    width: 112,
    height: 112,
    body:
      draw('M14 92Q34 84 42 54Q56 34 80 24M42 54Q30 44 14 44M48 66Q64 66 74 80', leafy, 2.6) +
      fill(
        leaf(34, 76, 12, 70) +
          leaf(30, 82, 46, 98) +
          leaf(62, 32, 58, 8) +
          leaf(58, 66, 80, 58) +
          leaf(22, 45, 8, 28),
        leafy,
      ) +
      blossom(42, 48, 22, 7, line, second) +
      draw('M42 34V40M30 44l5 2M54 44l-5 2M34 58l4-4M50 58l-4-4', second, 2) +
      blossom(84, 22, 13, 5, second, line) +
      blossom(78, 88, 14, 6, second, line) +
      blossom(11, 44, 8, 5, line, second) +
      spots('98 50, 104 62, 92 60, 20 14, 28 8, 106 104', 4, line),
  };
};

const RED = '#a5302a';
const BLUE = '#27497d';
const BROWN = '#7a4b27';

/** The red of Lasem, the blue of Pekalongan, the brown of Solo on one cloth. */
export const tigaNegeri: Motif = ({ line, ground, second }) => {
  const seen = (color: string) => mix(color, ground, 0.04);
  return {
    width: 96,
    height: 96,
    body:
      draw('M-2 42Q20 88 40 62T98 42M40 62Q30 40 44 22Q58 8 76 14M92 66Q86 84 66 82', seen(BROWN), 3) +
      fill(
        leaf(20, 76, 24, 94) + leaf(36, 40, 16, 34) + leaf(60, 54, 70, 72) + leaf(56, 12, 52, -4),
        seen(BLUE),
      ) +
      fill(leaf(80, 44, 90, 22) + leaf(46, 24, 62, 34) + leaf(6, 74, 2, 54), seen(BROWN)) +
      blossom(40, 62, 17, 6, seen(RED), line) +
      blossom(78, 16, 13, 5, seen(BLUE), line) +
      blossom(66, 84, 10, 5, seen(RED), second) +
      blossom(14, 20, 10, 5, seen(BLUE), second) +
      spots('88 58, 84 66, 30 8, 10 44, 50 86', 4, seen(RED)),
  };
};

/** Sea grapes of Lasem: branches with beads for fruit. */
export const latohan: Motif = ({ line, second, accent }) => ({
  width: 84,
  height: 84,
  body:
    draw('M12 84Q14 56 34 44Q54 34 56 10M34 44Q22 34 24 16M40 40Q56 48 72 40M16 66Q34 70 44 62', line, 2.2) +
    beads(
      'M20 84Q22 60 40 50Q62 38 63 10M28 46Q15 36 17 14M42 34Q58 42 74 34M16 60Q32 62 42 56',
      second,
      5,
      7,
    ) +
    beads(
      'M6 82Q8 54 28 40Q46 30 49 10M29 36Q29 28 31 16M42 46Q58 55 74 46M18 72Q34 76 46 68',
      line,
      4.4,
      7,
    ) +
    blossom(72, 70, 12, 6, accent, line) +
    blossom(8, 24, 8, 5, accent, line) +
    spots('56 80, 80 16, 70 8, 40 78', 4, line),
});

/** The phoenix of the coast, its tail in three plumes. */
export const phoenix: Motif = ({ line, second, accent }) => ({
  width: 120,
  height: 100,
  body:
    draw('M54 46Q70 60 92 54Q110 46 112 62M52 50Q66 72 90 70Q104 68 106 82M48 52Q58 80 80 86', line, 4) +
    beads('M60 54Q74 66 96 60M56 60Q68 80 90 77', second, 4, 7) +
    fill('M20 22Q28 14 36 22Q40 32 52 36Q66 44 58 54Q44 60 34 50Q26 40 28 30L14 30Z', line) +
    fill('M36 36Q40 12 66 6Q60 14 68 18Q60 20 64 28Q56 28 56 38Q46 44 36 36Z', second) +
    draw('M26 18Q20 8 26 4M30 17Q30 8 36 6', accent, 2.6) +
    spots('29 24', 3.4, accent) +
    draw('M2 76Q18 84 30 72Q36 62 26 60M14 80Q18 94 34 94', line, 2.4) +
    fill(leaf(18, 78, 6, 62) + leaf(28, 90, 46, 94), second) +
    blossom(100, 26, 13, 5, accent, line) +
    blossom(14, 56, 8, 5, accent, line) +
    spots('84 14, 60 94, 4 40', 4, line),
});

/** Rifa'iyah of Batang: hearts and tendrils, no living creature drawn whole. */
export const rifaiyah: Motif = ({ line, second, accent }) => ({
  width: 80,
  height: 84,
  body:
    fill('M26 44Q4 26 12 14Q20 6 26 16Q32 6 40 14Q48 26 26 44Z', line) +
    draw('M26 36Q14 26 18 18M26 36Q38 26 34 18', second, 2.6) +
    draw('M26 44Q26 66 44 72Q62 76 64 60Q62 50 54 54M44 72Q36 84 22 78', line, 2.8) +
    fill(leaf(60, 68, 76, 78) + leaf(32, 62, 12, 58) + leaf(58, 44, 72, 26), second) +
    blossom(58, 24, 12, 5, accent, line) +
    spots('6 78, 74 6, 46 50, 76 50, 44 4', 4.4, line) +
    beads('M4 46Q14 50 24 66', accent, 3, 6),
});

/** Semarang: tamarind leaves and the monument of youth. */
export const semarangan: Motif = ({ line, second, accent }) => ({
  width: 100,
  height: 104,
  body:
    `<g stroke-linecap="butt">${draw('M10 8Q34 14 46 44M98 20Q78 22 66 48M8 66Q20 72 26 98', second, 15, ' stroke-dasharray="4.4 3"')}</g>` +
    draw('M6 6Q34 12 48 48M99 19Q76 20 64 52M6 64Q20 70 27 102', line, 2) +
    fill(
      'M70 56Q80 66 74 76H66Q60 68 66 64Q66 60 70 56ZM62 78H78V82H62ZM64 83H68V97H64ZM72 83H76V97H72ZM56 98H84V103H56Z',
      line,
    ) +
    fill('M70 64Q74 70 71 75H68Q66 70 70 64Z', accent) +
    fill('M18 40q8-6 16 2q8 8 16 4q-8 8-18 2q-8-4-14-8Z', accent) +
    spots('44 72, 48 84, 88 68, 92 92, 30 4, 70 10', 4.4, line),
});

/** The warak of Semarang's Dugderan feast with its egg. */
export const warak: Motif = ({ line, second, accent }) => ({
  width: 108,
  height: 96,
  body:
    fill(
      'M22 24Q22 14 34 12L48 18L42 26L44 42Q60 34 76 42Q84 46 84 56V80H74V64Q62 68 50 64V80H40V58Q30 50 32 32L20 34Z',
      line,
    ) +
    draw('M46 48l4-5 4 5 4-5 4 5 4-5 4 5M46 57l4-5 4 5 4-5 4 5 4-5 4 5M36 38l4 3-4 4', second, 2.2) +
    draw('M84 48Q98 42 94 28M30 13Q30 4 38 4M38 14Q42 6 50 8', line, 4) +
    spots('34 20', 4, accent) +
    `<ellipse cx="62" cy="76" rx="6" ry="8" fill="${accent}"/>` +
    `<g stroke-linecap="butt">${draw('M4 92Q4 72 18 60', second, 12, ' stroke-dasharray="4 3"')}</g>` +
    draw('M4 94Q4 72 19 58', line, 1.8) +
    blossom(94, 80, 11, 5, second, line) +
    spots('72 16, 62 22, 80 24, 8 14, 30 90', 4.4, line),
});

/** Wide teak leaves of Blora. */
export const jati: Motif = ({ line, second, accent, ground }) => ({
  width: 100,
  height: 100,
  body:
    fill('M14 62Q2 34 26 8Q56 26 40 58Q28 70 14 62Z', line) +
    draw('M12 72 28 14M19 52 9 42M21 44 38 42M24 34 13 27M26 26 38 27', ground, 2.2) +
    fill('M62 46Q86 34 98 62Q90 92 66 90Q50 70 62 46Z', second) +
    draw('M56 38Q66 60 92 82M66 52 80 50M72 60 64 72M80 68 92 66M82 76 76 86', ground, 2.2) +
    blossom(74, 18, 11, 5, accent, line) +
    spots('88 28, 60 10, 14 84, 26 90, 36 82', 5, accent),
});

/** A wide flowering garden, for what only says *bunga*. */
export const floral: Motif = ({ line, second, accent, ground }) => ({
  width: 88,
  height: 88,
  body:
    fill(
      leaf(26, 28, 50, 18) + leaf(20, 34, 18, 58) + leaf(66, 64, 46, 54) + leaf(70, 72, 88, 82),
      mix(accent, ground, 0.15),
    ) +
    blossom(24, 26, 18, 5, line, second) +
    blossom(68, 68, 16, 5, second, line) +
    blossom(68, 20, 8, 5, second, line) +
    blossom(22, 74, 8, 5, line, second) +
    spots('46 40, 48 80, 84 40, 4 50, 46 4, 84 4', 4, accent),
});
