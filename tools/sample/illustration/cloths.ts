import { symmetric } from './path.ts';
import { type Drawer, type Drawing, fold, line, lit, type Part, SHADE, shape } from './scene.ts';

const WOOD = '#a4703f';
const DARK_WOOD = '#7a4e2b';

/** Fringe along a straight edge, a thread every few pixels. */
function fringe(x: number, y: number, toX: number, toY: number, long: number): string {
  const count = Math.max(3, Math.round(Math.hypot(toX - x, toY - y) / 6));
  return Array.from({ length: count + 1 }, (_, index) => {
    const at = index / count;
    return `M${Math.round(x + (toX - x) * at)} ${Math.round(y + (toY - y) * at)}l${index % 2 ? 1 : -1} ${long}`;
  }).join('');
}

const rod = (y: number, from = 30, to = 370): string =>
  line(`M${from} ${y}H${to}`, DARK_WOOD, 9) +
  line(`M${from} ${y - 2}H${to}`, WOOD, 4) +
  line(`M${from} ${y}h0M${to} ${y}h0`, DARK_WOOD, 15);

/** Folded flat in layers, its corner turned back. */
const stack: Drawer = ({ ink, random }) => {
  const tied = random.chance(0.4);
  const ribbon = random.pick([ink.accent, ink.line]);
  const parts: Part[] = [
    { d: 'M70 306Q62 286 72 270L328 262Q340 284 332 308Z', turn: 80 },
    fold('M70 306Q62 286 72 270L328 262Q340 284 332 308Z', 0.28),
    { d: 'M66 276Q58 244 74 220L330 212Q344 244 334 278Z', turn: 6 },
    fold('M66 276Q60 254 66 236Q200 258 338 238Q340 258 334 278Z'),
    { d: 'M76 236Q64 164 76 102L318 92Q334 164 326 234Q200 252 76 236Z' },
    fold('M76 236Q72 218 71 202Q200 222 329 200Q328 220 326 234Q200 252 76 236Z'),
    lit('M76 102L140 99Q128 170 138 242Q104 240 76 236Q64 164 76 102Z', 0.13),
  ];
  if (tied) {
    const bow =
      'M204 148Q158 108 146 140Q146 174 196 158L166 204L184 206L204 164L222 204L240 200L212 158Q262 170 260 136Q248 106 204 148Z';
    parts.push(
      shape('M194 97L214 96Q220 170 216 243L196 244Q200 170 194 97Z', ribbon),
      fold('M208 96L214 96Q220 170 216 243L210 243Q214 170 208 96Z'),
      shape(bow, ribbon, ` stroke="${SHADE}" stroke-opacity=".35"`),
      shape(
        'M194 144Q204 138 214 144L216 164Q204 170 194 164Z',
        ribbon,
        ` stroke="${SHADE}" stroke-opacity=".35"`,
      ),
    );
  } else
    parts.push(
      { d: 'M320 93Q334 160 327 214L262 232Q268 150 254 96Z', turn: 90 },
      lit('M254 96Q268 150 262 232L252 234Q258 150 244 97Z', 0.25),
      line('M316 104Q326 160 320 206', ink.line, 2.4),
    );
  return { parts, scale: 1.15 };
};

/** Hung over a rod, as batik is shown. */
const hung: Drawer = ({ ink, random }) => {
  const low = random.chance(0.5);
  return {
    scale: 1.2,
    parts: [
      { d: 'M96 74H312L318 318Q300 326 282 318Q260 328 240 320Z', fill: ink.deep },
      rod(72),
      {
        d: `M84 68Q190 62 296 68L292 ${low ? 352 : 336}Q240 ${low ? 364 : 346} 190 ${low ? 354 : 338}Q140 ${low ? 362 : 348} 90 ${low ? 350 : 340}Z`,
      },
      fold('M84 68Q190 62 296 68L296 78Q190 72 84 80Z', 0.2),
      fold('M120 348Q128 220 116 76Q142 220 136 352ZM196 350Q204 220 190 74Q220 220 216 354Z', 0.12),
      fold('M292 344Q270 240 272 72L296 68Z', 0.14),
      lit('M150 350Q160 220 148 74H160Q176 220 170 350Z', 0.12),
      line(
        low ? 'M90 338Q140 350 190 342Q240 352 292 340' : 'M90 328Q140 336 190 326Q240 334 292 324',
        ink.line,
        3,
      ),
    ],
  };
};

/** A bolt with its end unrolled. */
const bolt: Drawer = ({ ink }) => ({
  scale: 1.1,
  parts: [
    { d: 'M60 150L300 96L352 322Q250 316 196 340Q130 366 104 342Z', turn: -13 },
    fold('M60 150L300 96L306 122L66 178Z', 0.2),
    fold('M352 322Q250 316 196 340L176 240Q230 280 346 296Z', 0.12),
    lit('M120 164L170 152Q180 250 196 340Q170 352 150 352Z', 0.1),
    {
      d: 'M52 124L292 70Q316 76 314 100Q312 114 300 118L60 172Q36 166 38 146Q40 128 52 124Z',
      turn: 77,
      scale: 0.9,
    },
    lit('M52 132L292 78L304 84L46 142Z', 0.22),
    fold('M60 172L300 118L310 110L48 168Z', 0.24),
    { d: 'M52 124Q74 130 72 150Q70 168 60 172Q36 166 38 146Q40 128 52 124Z', fill: ink.deep, inner: true },
    line('M60 134Q68 148 58 162Q46 160 48 146Q50 138 57 142', ink.pale, 2.4),
    line('M340 310Q250 304 192 328Q130 352 106 330', ink.line, 3),
  ],
});

const KAIN: readonly Drawer[] = [stack, hung, bolt, hung];

/** A length of cloth: folded, hung or rolled, as the seed decides. */
export const cloth: Drawer = (brief): Drawing => brief.random.pick(KAIN)(brief);

/** A long narrow shoulder cloth over a rod, its ends fringed. */
export const selendang: Drawer = ({ ink, random }) => {
  const narrow = random.chance(0.5);
  const [a, b] = narrow ? [150, 264] : [128, 278];
  return {
    scale: 1,
    parts: [
      { d: `M${a + 66} 70H${b + 44}L${b + 52} 250Q${b + 10} 262 ${a + 76} 252Z`, turn: 4 },
      fold(`M${a + 66} 70H${b + 44}L${b + 52} 250Q${b + 10} 262 ${a + 76} 252Z`, 0.24),
      line(fringe(a + 80, 256, b + 49, 254, 20), ink.ground, 2),
      rod(66),
      { d: `M${a - 8} 62Q200 56 ${b + 6} 62L${b} 336Q${(a + b) / 2} 346 ${a} 336Z` },
      {
        d: `M${a - 2} 286Q${(a + b) / 2} 296 ${b + 2} 286L${b} 336Q${(a + b) / 2} 346 ${a} 336Z`,
        inner: true,
        fill: ink.trim,
      },
      line(
        `M${a + 2} 298Q${(a + b) / 2} 308 ${b - 2} 298M${a + 3} 326Q${(a + b) / 2} 336 ${b - 3} 326`,
        ink.line,
        2.6,
      ),
      line(`M${a + 8} 312Q${(a + b) / 2} 322 ${b - 8} 312`, ink.accent, 7, ' stroke-dasharray="0 13"'),
      line(fringe(a + 2, 338, b - 2, 338, 24), ink.ground, 2),
      fold(`M${a - 8} 62Q200 56 ${b + 6} 62V72Q200 66 ${a - 8} 74Z`, 0.2),
      fold(
        `M${a + 30} 341Q${a + 38} 200 ${a + 24} 66Q${a + 52} 200 ${a + 46} 342ZM${b} 336L${b + 6} 62L${b - 20} 62Q${b - 26} 200 ${b - 20} 340Z`,
      ),
    ],
  };
};

/** A pashmina or scarf laid in a loop, both ends hanging. */
export const scarf: Drawer = ({ ink, random, kind }) => {
  const ends = kind === 'pashmina' ? 20 : 14;
  const knit = random.chance(0.5);
  return {
    scale: 0.95,
    parts: [
      { d: 'M150 110Q190 210 288 334L238 354Q160 270 112 150Z', turn: -38 },
      fold('M150 110Q190 210 288 334L270 341Q176 240 140 118Z'),
      line(fringe(240, 354, 288, 335, ends), ink.ground, 2.2),
      { d: 'M258 116Q226 210 164 336L106 322Q170 214 206 134Z', turn: 30 },
      fold('M258 116Q226 210 164 336L146 332Q214 220 240 120Z'),
      line('M112 310L170 324M118 300L175 313', ink.line, 2.4),
      line(fringe(108, 322, 164, 336, ends), ink.ground, 2.2),
      {
        d: 'M200 56Q112 56 104 106Q100 152 196 172Q300 156 298 106Q290 56 200 56ZM200 84Q250 84 252 106Q246 124 200 128Q154 124 150 106Q152 84 200 84Z',
        turn: 4,
      },
      shape(
        'M200 84Q250 84 252 106Q246 112 236 116Q230 96 200 94Q170 96 164 116Q152 112 150 106Q152 84 200 84Z',
        ink.deep,
      ),
      fold('M104 106Q100 152 196 172Q300 156 298 106Q290 140 200 150Q116 142 104 106Z', 0.15),
      lit('M128 76Q160 58 200 60Q160 66 138 88Q124 104 120 122Q104 96 128 76Z', 0.16),
      knit ? line('M120 118Q150 146 200 148Q250 144 284 118', ink.deep, 1.6, ' opacity=".6"') : '',
    ],
  };
};

const SKIN = ['#d9b08c', '#c99a74', '#e4cbb0', '#b98560'] as const;

/** A kerudung on a stand without a face, or a square scarf folded in a triangle. */
export const kerudung: Drawer = ({ ink, random }) => {
  if (random.chance(0.3))
    return {
      scale: 1,
      hems: 'M66 136Q140 236 200 318',
      parts: [
        { d: 'M46 112Q200 92 354 112Q290 240 202 346Q110 240 46 112Z' },
        { d: 'M60 108Q200 92 340 108Q280 210 206 300Q122 210 60 108Z', inner: true, turn: 90 },
        fold('M60 108Q200 92 340 108Q280 210 206 300Q240 180 330 112Q200 104 60 108Z', 0.12),
        fold('M200 102Q188 200 204 298Q214 200 206 102Z', 0.12),
        line('M56 120Q120 240 202 334Q282 240 344 120', ink.line, 2.4),
        lit('M60 108Q100 102 140 101Q160 180 180 272Q110 200 60 108Z', 0.1),
      ],
    };
  const long = random.chance(0.5);
  return {
    scale: 0.95,
    stands: true,
    floor: 342,
    hems: long ? 'M92 318Q150 352 200 352' : 'M96 286Q150 310 200 326',
    parts: [
      { d: 'M160 250H240L252 372H148Z', fill: '#d8c4a3' },
      {
        d: symmetric(
          `M200 44Q134 46 132 124Q132 182 108 228Q86 270 ${long ? '88 326Q150 364 200 364' : '90 292Q150 316 200 336'}`,
        ),
      },
      { d: symmetric('M200 78Q160 80 160 130Q164 182 200 196'), fill: random.pick(SKIN), inner: true },
      fold('M160 130Q164 182 200 196Q236 182 240 130Q240 112 235 100Q232 160 200 170Q170 160 160 130Z', 0.12),
      {
        d: 'M162 106Q160 150 182 178Q214 202 260 216Q236 246 196 238Q148 214 146 132Q146 112 162 106Z',
        turn: 40,
      },
      fold('M182 178Q214 202 260 216Q252 228 240 234Q196 214 176 186Z', 0.16),
      fold(
        `M146 140Q150 214 196 238Q150 250 120 ${long ? 340 : 300}Q130 240 146 140ZM254 140Q262 220 ${long ? '280 340' : '284 296'}Q300 250 262 176Z`,
        0.14,
      ),
      fold(`M200 242Q190 290 206 ${long ? 364 : 334}L224 ${long ? 363 : 328}Q208 290 214 238Z`, 0.13),
      line('M162 104Q172 82 200 80Q228 82 238 104', ink.deep, 3),
      lit('M140 120Q142 70 180 54Q158 78 156 124Q152 110 140 120Z', 0.2),
      random.chance(0.5) ? line('M246 208h0', '#d2a748', 11) + line('M246 208h0', ink.accent, 5) : '',
    ],
  };
};

/** A pashmina: over the shoulders of a bust, or as a scarf. */
export const shawl: Drawer = (brief) => {
  const { ink, random } = brief;
  if (random.chance(0.35)) return random.chance(0.5) ? scarf(brief) : selendang(brief);
  return {
    scale: 1,
    stands: true,
    floor: 344,
    parts: [
      { d: symmetric('M200 40Q172 42 170 66Q172 92 164 108Q124 120 116 150L128 372H200'), fill: '#e3d2b4' },
      fold('M230 66Q228 92 236 108Q276 120 284 150L272 372H240Q262 240 222 120Q214 96 230 66Z', 0.1),
      { d: 'M232 96Q300 116 322 172Q330 262 316 336L244 344Q254 240 196 172Z', turn: 16 },
      fold(
        'M316 336L292 339Q306 240 286 130Q314 152 322 172Q330 262 316 336ZM244 344Q254 240 196 172L216 170Q270 240 262 342Z',
        0.15,
      ),
      line(fringe(247, 344, 315, 336, 22), ink.ground, 2.2),
      {
        d: 'M166 94Q104 112 80 170Q66 232 78 276Q170 270 316 196Q320 160 300 138Q252 170 204 168Q176 140 166 94Z',
        turn: -24,
      },
      fold(
        'M78 276Q170 270 316 196L318 180Q180 254 74 256ZM166 94Q176 140 204 168Q252 170 300 138L306 146Q250 190 196 182Q164 150 158 98Z',
        0.15,
      ),
      line('M76 262Q176 256 317 184', ink.line, 2.6),
      line(fringe(78, 276, 150, 264, 20), ink.ground, 2.2),
      lit('M150 102Q112 122 98 172Q88 214 92 250L80 252Q72 210 84 166Q106 114 150 102Z', 0.16),
    ],
  };
};

/** A tablecloth on a round table. */
export const tablecloth: Drawer = ({ ink, random }) => ({
  scale: 1.05,
  stands: true,
  floor: 318,
  hems: 'M58 226Q64 254 86 238Q106 276 135 252Q164 286 200 258',
  parts: [
    line('M150 250V366M250 250V366', DARK_WOOD, 10),
    {
      d: 'M64 150L46 250Q62 286 84 268Q104 312 134 284Q164 324 200 290Q236 324 266 284Q296 312 316 268Q338 286 354 250L336 150Z',
      turn: 2,
    },
    fold(
      'M84 268Q88 220 92 180Q98 230 104 290ZM134 284Q142 230 140 190Q154 240 156 302ZM200 290Q206 240 200 196Q218 240 226 306ZM266 284Q272 230 262 190Q284 240 290 298ZM316 268Q316 220 306 184L336 160L354 250Q338 286 316 268Z',
    ),
    { d: 'M200 110Q330 112 338 152Q330 194 200 196Q70 194 62 152Q70 112 200 110Z', turn: 45 },
    lit('M62 152Q70 112 200 110Q120 124 104 152Q100 170 120 188Q66 174 62 152Z', 0.15),
    line(
      'M50 244Q64 274 86 256Q106 300 135 272Q164 312 200 278Q236 312 265 272Q294 300 314 256Q336 274 350 244',
      ink.line,
      3,
    ),
    random.chance(0.6)
      ? shape(
          'M184 150Q172 128 188 118V104H212V118Q228 128 216 150Q200 156 184 150Z',
          ink.trim,
          ' stroke="#2a1208" stroke-opacity=".3"',
        ) +
        line('M196 104Q190 80 172 68M202 104Q204 70 200 52M206 104Q216 84 230 76', '#5d7a4a', 3) +
        line('M172 66h0M200 50h0M232 74h0', ink.accent, 17) +
        line('M172 66h0M200 50h0M232 74h0', ink.line, 6)
      : '',
  ],
});

/** Cushions: one in the motif before one in plain cloth. */
export const cushion: Drawer = ({ ink, random }) => {
  const side = random.chance(0.5) ? ' matrix(-1 0 0 1 400 0)' : '';
  const square =
    'M88 96Q200 120 312 96Q318 104 316 112Q294 210 316 304Q318 314 310 320Q200 296 90 320Q82 314 84 304Q106 210 84 112Q82 102 88 96Z';
  return {
    scale: 1.2,
    stands: true,
    floor: 326,
    parts: [
      { d: square, fill: ink.trim, at: `${side}translate(108 40)rotate(10 200 210)scale(.8)`.trim() },
      { d: square, at: `${side}translate(-6 40)rotate(-5 200 210)scale(.94)`.trim() },
      `<g transform="${`${side}translate(-6 40)rotate(-5 200 210)scale(.94)`.trim()}">${fold('M312 96Q318 104 316 112Q294 210 316 304Q318 314 310 320Q200 296 90 320Q200 280 270 290Q290 200 312 96Z', 0.13)}${fold('M84 112Q120 140 132 160Q110 150 92 140ZM316 304Q280 276 268 258Q294 268 308 280ZM84 304Q114 280 130 262Q106 272 92 280Z')}${line(square, ink.trim, 5)}${lit('M100 112Q160 124 200 124Q150 140 118 180Q116 140 100 112Z', 0.15)}</g>`,
    ],
  };
};
