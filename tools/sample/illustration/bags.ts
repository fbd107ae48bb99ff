import { symmetric } from './path.ts';
import { type Drawer, dots, fold, line, lit, type Part, shape } from './scene.ts';

const LEATHER = ['#8a5a35', '#6d4326', '#b07a48', '#3d2f2a'] as const;
const METAL = '#c9a24b';

/** A tote bag, all in the motif or with a plain or leather foot. */
export const tote: Drawer = ({ ink, random }) => {
  const leather = random.pick(LEATHER);
  const foot = random.chance(0.6);
  const parts: Part[] = [
    line('M152 172Q148 60 200 60T248 172', foot ? leather : ink.deep, 11),
    { d: symmetric('M200 150H96L80 330Q90 346 110 346H200'), turn: 3 },
    fold('M304 150L320 330Q310 346 290 346H262Q280 260 272 150Z', 0.16),
    fold('M130 346Q140 280 126 200Q148 270 146 346Z'),
  ];
  if (foot)
    parts.push(
      { d: symmetric('M200 270H86L80 330Q90 346 110 346H200'), inner: true, fill: leather },
      line('M88 277H312', '#fff', 1.4, ' stroke-dasharray="5 4" opacity=".6"'),
    );
  parts.push(
    line('M140 196Q134 72 190 70T262 196', foot ? leather : ink.trim, 11),
    shape('M132 176h18v32h-18ZM252 176h18v32h-18Z', foot ? leather : ink.trim),
    dots('141 184, 141 200, 261 184, 261 200', 2.4, METAL),
    line('M96 160H304', ink.deep, 1.6, ' stroke-dasharray="6 4"'),
    random.chance(0.4) ? shape('M190 292h24v18h-24Z', METAL) : '',
    lit('M98 152H124Q112 240 112 344Q88 344 81 328Z', 0.13),
  );
  return { parts, scale: 1, stands: true, floor: 318 };
};

/** A small bag on a long strap, with a flap. */
export const crossbody: Drawer = ({ random }) => {
  const leather = random.pick(LEATHER);
  const round = random.chance(0.45);
  const body = round
    ? 'M200 164H104Q84 232 102 292Q124 338 200 340'
    : 'M200 164H98Q90 170 90 184L86 316Q88 334 104 336H200';
  const flap = round
    ? 'M200 160H110Q94 164 92 190Q100 250 200 262'
    : 'M200 158H104Q88 160 86 178L88 232Q90 250 108 252H200';
  return {
    scale: 0.95,
    stands: random.chance(0.5),
    floor: 320,
    parts: [
      line('M100 178Q40 20 196 34Q364 28 300 178', leather, 8),
      line('M100 178Q40 20 196 34Q364 28 300 178', '#fff', 1.2, ' stroke-dasharray="4 4" opacity=".5"'),
      { d: symmetric(body), turn: 4 },
      fold('M308 180Q316 260 298 292Q280 332 220 338Q282 280 284 180Z', 0.2),
      { d: symmetric(flap), ...(random.chance(0.22) ? { fill: leather } : {}) },
      fold(
        round
          ? 'M92 200Q110 250 200 262Q290 250 308 200Q302 260 200 276Q98 262 92 200Z'
          : 'M88 234Q90 252 108 252H292Q310 250 312 234Q312 264 292 264H108Q88 264 88 234Z',
        0.2,
      ),
      shape('M186 236h28v34q-14 10-28 0Z', leather),
      dots('200 256', 6, METAL),
      shape('M90 168h18v22h-18ZM292 168h18v22h-18Z', leather),
      line('M99 172v12M301 172v12', METAL, 6),
      lit(
        round ? 'M112 168H140Q124 210 132 246Q100 224 98 190Z' : 'M104 164H130L128 246H106Q94 240 94 230Z',
        0.15,
      ),
    ],
  };
};

/** A clutch with a wrist strap. */
export const clutch: Drawer = ({ ink, random }) => {
  const envelope = random.chance(0.5);
  return {
    scale: 0.95,
    parts: [
      line('M316 178Q372 190 366 250Q356 300 322 282Q306 262 330 214', ink.trim, 9),
      { d: 'M72 142Q200 134 328 142Q338 200 330 288Q200 300 70 288Q62 200 72 142Z' },
      fold('M330 288Q200 300 70 288L69 272Q200 282 331 270Z', 0.2),
      envelope
        ? { d: 'M72 142Q200 134 328 142L206 230Q200 234 194 230Z', turn: 45 }
        : { d: 'M72 142Q200 134 328 142L330 176Q200 168 70 176Z', inner: true, fill: ink.trim },
      envelope
        ? line('M74 144L194 230Q200 234 206 230L326 144', ink.line, 3) +
          line('M200 226h0', METAL, 15) +
          line('M200 226h0', '#7d5a1e', 4)
        : line('M84 158H316', METAL, 4, ' stroke-dasharray="3 2.4"') + shape('M302 152h22v12h-22Z', METAL),
      fold('M328 142Q338 200 330 288L296 291Q310 200 300 141Z', 0.12),
      lit('M80 150Q100 148 126 147Q112 210 122 288L78 284Q70 210 80 150Z', 0.12),
    ],
  };
};

/** A wallet: a long one closed, or a small one standing open. */
export const wallet: Drawer = ({ ink, random }) => {
  const leather = random.pick(LEATHER);
  if (random.chance(0.4))
    return {
      scale: 0.85,
      stands: true,
      floor: 300,
      parts: [
        { d: 'M202 128L330 108Q340 110 340 120V290Q340 302 330 304L202 322Z', turn: -8 },
        { d: 'M198 128L70 108Q60 110 60 120V290Q60 302 70 304L198 322Z', turn: 8 },
        fold('M202 128L330 108Q340 110 340 120V290Q340 302 330 304L202 322Z', 0.15),
        line('M194 127V322M206 127V322', leather, 9),
        line('M72 116V296M328 116V296', ink.line, 2, ' stroke-dasharray="6 4"'),
        lit('M70 112L120 120V310L72 302Z', 0.13),
        shape('M284 196h46v24h-46Z', leather),
        dots('296 208', 6, METAL),
      ],
    };
  return {
    scale: 0.85,
    parts: [
      {
        d: 'M86 136H314Q328 138 328 152V276Q328 290 314 292H86Q72 290 72 276V152Q72 138 86 136Z',
        fill: leather,
        at: 'rotate(5 200 210)',
      },
      {
        d: 'M82 128H310Q324 130 324 144V264Q324 278 310 280H82Q68 278 68 264V144Q68 130 82 128Z',
        at: 'rotate(-3 200 210)',
      },
      `<g transform="rotate(-3 200 210)">${line('M82 138H312M82 270H312', ink.line, 2, ' stroke-dasharray="6 4"')}${fold('M310 128Q324 130 324 144V264Q324 278 310 280H82Q74 280 70 272Q240 270 292 240Z', 0.14)}${lit('M82 128H150L110 280H82Q68 278 68 264V144Q68 130 82 128Z', 0.12)}${shape('M270 184H330Q340 204 330 224H270Q254 204 270 184Z', leather)}${dots('280 204', 7, METAL)}</g>`,
    ],
  };
};
