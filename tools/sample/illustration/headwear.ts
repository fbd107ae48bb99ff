import { symmetric } from './path.ts';
import { type Drawer, fold, line, lit, type Part, shape } from './scene.ts';

const WOOD = '#a4703f';

/** The turned stand under a hat. */
const stand = (top: number): Part[] => [
  { d: `M186 ${top}H214L218 340H182Z`, fill: WOOD },
  { d: 'M138 356Q140 338 200 338T262 356Q260 364 200 364T138 356Z', fill: WOOD },
];

/** A blangkon from the side, its knot at the back, or a plain one without. */
export const blangkon: Drawer = ({ ink, random }) => {
  const knot = random.chance(0.7);
  return {
    scale: 0.8,
    stands: true,
    floor: 336,
    parts: [
      ...stand(236),
      knot ? { d: 'M300 196Q344 188 350 216Q346 244 312 240Q292 226 300 196Z', turn: 50 } : '',
      knot ? fold('M350 216Q346 244 312 240Q300 232 298 220Q326 236 350 216Z', 0.22) : '',
      { d: 'M78 238Q66 120 176 92Q290 80 318 186Q322 214 316 244Q200 206 78 238Z', turn: -14 },
      fold(
        'M318 186Q322 214 316 244Q200 206 78 238Q76 228 76 218Q200 186 306 220Q316 200 300 150Q312 168 318 186Z',
        0.15,
      ),
      line(
        'M90 168Q200 108 312 176M84 188Q200 134 316 194M80 206Q200 160 318 212',
        ink.deep,
        2.2,
        ' opacity=".8"',
      ),
      { d: 'M72 240Q200 204 320 246Q324 260 314 266Q200 226 80 262Q68 254 72 240Z', turn: 8 },
      fold('M80 262Q200 226 314 266L318 258Q200 216 74 252Z', 0.2),
      { d: 'M72 240Q110 196 168 176Q120 220 116 252Q92 256 80 262Q68 254 72 240Z', turn: 60 },
      lit('M108 170Q130 116 190 100Q150 124 138 158Z', 0.18),
      line('M72 240Q110 196 168 176', ink.line, 2.4),
    ],
  };
};

/** A peci: black velvet with a band, or all in the motif. */
export const peci: Drawer = ({ ink, random }) => {
  const band = random.chance(0.5);
  const black = { fill: '#2b2725' };
  return {
    scale: 0.8,
    stands: true,
    floor: 336,
    parts: [
      ...stand(236),
      { d: symmetric('M200 110Q112 112 104 136L86 240Q140 266 200 266'), ...(band ? black : {}) },
      band
        ? { d: symmetric('M200 214Q140 212 91 192L86 240Q140 266 200 266'), inner: true }
        : line(symmetric('M200 214Q140 212 91 192L86 240Q140 266 200 266'), ink.line, 2.4),
      { d: symmetric('M200 94Q118 96 104 136Q140 156 200 156'), turn: 30, ...(band ? black : {}) },
      line('M106 134Q150 116 200 128T294 134', ink.pale, 2, ' opacity=".5"'),
      fold('M296 136L314 240Q280 258 250 262Q262 200 256 150Q284 146 296 136Z', 0.22),
      lit('M104 138L92 226L116 240Q114 190 124 148Z', 0.14),
    ],
  };
};

/** A bucket hat. */
export const hat: Drawer = ({ ink, random }) => ({
  scale: 0.85,
  stands: random.chance(0.5),
  floor: 300,
  hems: 'M72 282Q130 306 200 306',
  parts: [
    { d: symmetric('M200 220Q110 218 84 240Q56 268 48 290Q120 322 200 322'), turn: 6 },
    fold('M300 230Q336 256 352 290Q316 304 270 314Q300 270 300 230Z', 0.17),
    line(
      'M70 270Q130 298 200 298T330 270M60 282Q130 310 200 310T340 282',
      ink.deep,
      1.4,
      ' stroke-dasharray="5 4"',
    ),
    { d: symmetric('M200 96Q126 96 116 132L94 242Q140 266 200 266') },
    fold('M284 132L306 242Q280 256 244 262Q258 190 250 110Q276 116 284 132Z', 0.16),
    { d: symmetric('M200 242Q140 240 98 220L94 242Q140 266 200 266'), fill: ink.trim, inner: true },
    line('M118 134Q150 150 200 150T282 134', ink.deep, 2),
    lit('M130 120Q150 102 186 102Q156 120 146 160L130 236L114 230Z', 0.14),
  ],
});

/** A cloth mask with ear loops. */
export const mask: Drawer = ({ ink, random }) => {
  const pleated = random.chance(0.5);
  return {
    scale: 0.85,
    parts: [
      line('M104 150Q20 140 30 204Q38 262 112 252M296 150Q380 140 370 204Q362 262 288 252', ink.trim, 6),
      pleated
        ? { d: symmetric('M200 118Q140 120 94 138Q88 200 104 262Q150 288 200 290'), turn: 4 }
        : { d: symmetric('M200 104Q176 112 158 132Q130 148 96 146Q90 200 110 258Q160 280 200 304'), turn: 4 },
      pleated
        ? fold(
            'M92 174Q200 156 308 174V184Q200 168 92 184ZM94 210Q200 194 306 210V220Q200 206 95 220ZM98 244Q200 232 302 244L300 253Q200 243 100 253Z',
            0.2,
          )
        : fold('M200 104Q188 200 200 304Q216 200 200 104Z', 0.2),
      fold('M306 140Q312 200 290 262Q260 284 240 290Q280 220 270 128Z', 0.12),
      line(
        pleated
          ? 'M98 148Q200 118 302 148M108 254Q200 292 292 254'
          : 'M106 156Q140 156 164 140Q184 120 200 114Q216 120 236 140Q260 156 294 156M118 250Q170 270 200 292Q230 270 282 250',
        ink.line,
        2,
        ' stroke-dasharray="6 5"',
      ),
      lit('M104 158Q140 150 164 140Q140 190 142 262L114 250Q100 200 104 158Z', 0.13),
      shape('M92 144h8v14h-8ZM300 144h8v14h-8Z', ink.deep),
    ],
  };
};
