import { around } from '../motif-marks.ts';
import { symmetric } from './path.ts';
import { type Drawer, dots, fold, line, lit, type Part, shape } from './scene.ts';

const GOLD = '#c9a04a';
const WOOD = '#8d5c34';

/** A necklace on a bust: beads and a pendant in the motif. */
export const necklace: Drawer = ({ ink, random }) => {
  const round = random.chance(0.5);
  const strand: [number, number][] = Array.from({ length: 15 }, (_, index) => {
    const at = (index - 7) / 7;
    return [200 + at * 74, 254 - 128 * at * at];
  });
  const beads = strand.filter((_, index) => index % 2 === 0);
  return {
    scale: 0.5,
    stands: true,
    floor: 334,
    parts: [
      {
        d: symmetric('M200 52Q166 54 164 82Q166 112 156 126Q96 142 88 196Q86 270 116 356H200'),
        fill: '#e7d8bf',
      },
      fold(
        'M236 82Q234 112 244 126Q304 142 312 196Q314 270 284 356H250Q282 240 240 150Q226 120 236 82Z',
        0.1,
      ),
      line('M126 126Q150 252 200 254T274 126', ink.deep, 3),
      dots(strand, 6.5, ink.second),
      dots(beads, 9, ink.accent),
      dots(beads, 3, ink.line),
      round
        ? { d: 'M200 250Q238 252 240 290Q238 328 200 330Q162 328 160 290Q162 252 200 250Z', edge: GOLD }
        : { d: 'M200 246L238 284Q232 322 200 340Q168 322 162 284Z', edge: GOLD },
      line(
        round
          ? 'M200 250Q238 252 240 290Q238 328 200 330Q162 328 160 290Q162 252 200 250Z'
          : 'M200 246L238 284Q232 322 200 340Q168 322 162 284Z',
        GOLD,
        5,
      ),
      dots('200 248', 7, GOLD),
      lit('M172 280Q178 262 196 260Q180 276 180 300Z', 0.3),
    ],
  };
};

/** Bangles wound with cloth, or cut from wood, leaning together. */
export const bangles: Drawer = ({ ink, random }) => {
  const ring = (x: number, y: number, size: number) =>
    `M${x - size} ${y}a${size} ${size * 0.94} 0 1 0 ${2 * size} 0a${size} ${size * 0.94} 0 1 0 ${-2 * size} 0ZM${x - size + 26} ${y}a${size - 26} ${size * 0.94 - 24} 0 1 1 ${2 * size - 52} 0a${size - 26} ${size * 0.94 - 24} 0 1 1 ${52 - 2 * size} 0Z`;
  const third = random.chance(0.6);
  return {
    scale: 0.6,
    parts: [
      { d: ring(236, 176, 96), fill: random.chance(0.5) ? WOOD : ink.trim },
      line('M158 176a78 72 0 0 1 156 0', '#fff', 4, ' opacity=".25"'),
      { d: ring(164, 230, 102) },
      fold('M266 230a102 96 0 0 1-198 34q90 50 166-24q10-10 6-40Z', 0.13),
      line('M76 214a90 86 0 0 1 72-66', '#fff', 6, ' opacity=".4"'),
      third ? { d: ring(272, 268, 70), fill: GOLD } : '',
      third ? line('M215 268a57 53 0 0 1 114 0', '#fff', 4, ' opacity=".5"') : '',
      dots(around(164, 230, 100, 20), 2.2, ink.line),
    ],
  };
};

/** A fabric flower to pin on. */
export const brooch: Drawer = ({ ink, random }) => {
  const count = random.pick([5, 6, 7]);
  const petal = (far: number, size: number, shiftBy: number): string =>
    around(200, 190, far, count, shiftBy)
      .map(
        ([x, y]) =>
          `M${Math.round(x - size)} ${Math.round(y)}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0-${2 * size} 0Z`,
      )
      .join('');
  const parts: Part[] = [
    { d: 'M200 230Q190 300 132 352L176 340L190 366Q222 300 206 230Z', fill: ink.trim },
    { d: 'M200 230Q220 300 276 344L232 338L226 366Q190 300 196 230Z', fill: ink.trim },
    { d: petal(76, 46, 0) },
    fold(petal(52, 26, 0), 0.1),
    { d: petal(42, 30, 180 / count), fill: ink.trim },
    shape('M168 190a32 32 0 1 0 64 0a32 32 0 1 0-64 0Z', GOLD),
    dots(around(200, 190, 25, 12), 4.4, '#f6ead0'),
    dots('200 190', 14, ink.accent),
    dots('195 185', 4, '#fff'),
  ];
  return { parts, scale: 0.6 };
};

/** A pair of earrings on their card. */
export const earrings: Drawer = ({ ink, random }) => {
  const drop = random.pick([
    'M140 190Q186 250 172 286Q158 312 140 312Q122 312 108 286Q94 250 140 190Z',
    'M140 190L178 246L140 312L102 246Z',
    'M98 232a42 42 0 0 1 84 0L178 290Q140 334 102 290Z',
  ]);
  return {
    scale: 0.5,
    parts: [
      { d: 'M84 70Q84 58 96 58H304Q316 58 316 70V334Q316 346 304 346H96Q84 346 84 334Z', fill: '#f6efe0' },
      shape('M84 108V70Q84 58 96 58H304Q316 58 316 70V108Z', ink.trim),
      line('M164 84H236', '#f6efe0', 5),
      line(
        'M140 140Q130 124 142 120Q154 124 146 142V190M260 140Q270 124 258 120Q246 124 254 142V190',
        GOLD,
        4,
      ),
      dots('144 166, 256 166', 9, ink.accent),
      dots('144 182, 256 182', 5.5, GOLD),
      { d: drop, pair: true, edge: GOLD },
      dots('140 322, 260 322', 5, GOLD),
      lit('M118 262Q126 232 138 214Q130 244 130 276Z', 0.3),
    ],
  };
};

/** A necktie. */
export const tie: Drawer = ({ ink, random }) => ({
  scale: 0.6,
  parts: [
    { d: 'M196 92L236 300L214 340L186 306Z', fill: ink.deep, at: 'rotate(-6 200 90)' },
    { d: 'M178 98H222L246 314L200 368L154 314Z', turn: 8 },
    fold('M222 98L246 314L200 368L212 300Z', 0.17),
    fold('M178 98H222L224 116Q200 104 176 116Z', 0.25),
    { d: 'M168 48Q200 40 232 48L222 100Q200 110 178 100Z', turn: -30 },
    fold('M214 46L232 48L222 100L206 104Z', 0.16),
    random.chance(0.5) ? line('M168 232H232', GOLD, 6) : '',
    lit('M182 112H192L176 320L160 312Z', 0.15),
  ],
});

/** A belt rolled up, its buckle outside. */
export const belt: Drawer = ({ ink, random }) => {
  const metal = random.pick([GOLD, '#b9b6ae']);
  return {
    scale: 0.7,
    stands: true,
    floor: 300,
    parts: [
      { d: 'M90 196Q92 122 200 120Q308 124 310 196V262Q300 310 200 314Q104 310 90 262Z', turn: 4 },
      {
        d: 'M90 196Q92 122 200 120Q308 124 310 196Q300 244 200 248Q100 244 90 196Z',
        fill: ink.deep,
        inner: true,
      },
      line(
        'M118 198Q122 146 200 144Q280 148 284 196Q276 228 206 230Q144 226 146 200Q152 168 202 168Q250 170 254 196Q246 212 206 212',
        ink.pale,
        7,
        ' opacity=".75"',
      ),
      fold('M310 196V262Q300 310 200 314Q260 290 276 226Q300 214 310 196Z', 0.2),
      line(
        'M94 214Q110 254 200 260T306 214M94 256Q110 298 200 302T306 256',
        ink.line,
        2,
        ' stroke-dasharray="6 5"',
      ),
      { d: 'M196 246L330 232Q352 236 350 262Q350 288 330 292L196 314Z', turn: -6 },
      dots('286 266, 308 264, 330 261', 3.4, ink.deep),
      line('M190 238H236V324H190Z', metal, 10),
      line('M192 281H244', metal, 6),
      lit('M96 216L130 244V292L98 268Z', 0.15),
    ],
  };
};
