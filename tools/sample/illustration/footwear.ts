import { FLIP } from './path.ts';
import { type Drawer, dots, fold, line, lit, type Part, placed, shape } from './scene.ts';

const SOLE = ['#b98a5c', '#8a5a35', '#d9bd94', '#4a352a'] as const;

/** A left shoe seen from above stands a little askew; its twin is its mirror image. */
const LEAN = 'rotate(-5 200 200)translate(-4 4)';

const FOOT =
  'M132 50Q176 52 180 120Q180 160 170 204Q166 260 168 310Q164 352 132 354Q98 352 96 308Q100 256 94 206Q78 150 84 110Q92 52 132 50Z';
const BED =
  'M132 60Q168 62 171 120Q171 160 161 204Q157 260 159 308Q156 344 132 345Q107 344 105 306Q109 256 103 208Q87 150 93 112Q100 62 132 60Z';

/** Sandals: crossed bands, one wide band or a thong, over a bed of leather. */
export const sandals: Drawer = ({ ink, random }) => {
  const sole = random.pick(SOLE);
  const form = random.pick(['wide', 'cross', 'thong'] as const);
  const bands: Part[] =
    form === 'wide'
      ? [
          { d: 'M80 128Q130 92 184 134L178 206Q132 166 90 202Z', turn: 10 },
          fold('M90 202Q132 166 178 206L179 194Q132 152 87 190Z', 0.22),
        ]
      : form === 'cross'
        ? [
            { d: 'M80 116L108 104L182 176L172 204L150 196Z', turn: 44 },
            { d: 'M184 126L158 108L84 168L92 200L112 194Z', turn: -40 },
          ]
        : [
            {
              d: 'M126 84Q132 78 138 84Q150 150 180 206L160 214Q140 160 132 110Q122 160 106 214L88 204Q116 150 126 84Z',
              turn: 0,
            },
            dots('132 86', 6, ink.accent),
          ];
  return {
    scale: 0.62,
    twin: FLIP,
    parts: placed(
      [
        { d: FOOT, fill: sole },
        shape(BED, '#e8d3b0'),
        line(BED, sole, 1.4, ' stroke-dasharray="4 4"'),
        ...bands,
      ],
      LEAN,
    ),
  };
};

/** Slip-on court slippers, closed at the toe. */
export const selop: Drawer = ({ ink, random }) => {
  const sole = random.pick(SOLE);
  return {
    scale: 0.62,
    twin: FLIP,
    parts: placed(
      [
        { d: FOOT, fill: sole },
        shape(BED, ink.deep),
        shape('M132 218Q158 220 160 300Q156 338 132 339Q108 338 106 300Q106 220 132 218Z', '#e8d3b0'),
        { d: 'M132 44Q180 48 184 120Q184 160 174 206Q134 160 90 208Q74 150 80 110Q88 46 132 44Z', turn: 6 },
        fold('M132 44Q180 48 184 120Q184 160 174 206L160 194Q172 110 132 44Z', 0.15),
        line('M90 207Q134 160 174 205', random.chance(0.5) ? '#cfa34a' : ink.line, 4),
        random.chance(0.6) ? line('M132 110h0', '#cfa34a', 17) + line('M132 110h0', ink.accent, 8) : '',
        lit('M96 110Q100 70 124 58Q106 90 108 160Q92 140 96 110Z', 0.18),
      ],
      LEAN,
    ),
  };
};

/** Shoes from the side: trainers with laces or ballet flats. */
export const shoes: Drawer = ({ ink, random }) => {
  const laced = random.chance(0.55);
  const one: Part[] = laced
    ? [
        { d: 'M66 178Q84 168 118 176Q150 214 212 226Q268 236 276 268H60Q52 220 66 178Z', turn: 10 },
        { d: 'M54 262H280Q290 282 276 292H66Q50 284 54 262Z', fill: '#f4ecdd' },
        fold('M60 250Q170 262 276 256L278 268H60Z', 0.16),
        shape('M222 228Q270 240 276 268H226Q206 246 222 228Z', ink.trim),
        shape('M66 178Q72 174 84 172Q92 220 86 268H60Q52 220 66 178Z', ink.trim),
        line('M132 186L116 206M148 200L132 222M166 211L152 236', '#f4ecdd', 4.4),
        line('M62 278H276', ink.deep, 2),
      ]
    : [
        {
          d: 'M62 208Q76 202 84 222Q130 250 196 226Q256 228 286 268Q286 282 270 282H64Q50 240 62 208Z',
          turn: 10,
        },
        shape('M72 210Q80 206 84 222Q130 250 196 226Q150 268 92 250Q76 240 72 210Z', ink.deep),
        { d: 'M58 274Q170 284 288 272Q290 290 274 292H66Q56 288 58 274Z', fill: '#8a5a35' },
        line('M84 222Q130 250 196 226', ink.line, 3.4),
        random.chance(0.6)
          ? shape('M206 236Q188 222 184 238Q188 252 206 240Q222 254 228 240Q224 224 206 236Z', ink.accent)
          : dots('206 240', 6, '#cfa34a'),
        fold('M64 264Q180 274 284 258L286 274H62Z', 0.14),
      ];
  return {
    scale: 0.62,
    stands: true,
    floor: 300,
    twin: 'translate(-66 82)',
    parts: placed(one, 'translate(70 -66)scale(1.08)'),
  };
};
