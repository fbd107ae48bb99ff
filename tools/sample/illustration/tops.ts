import { symmetric } from './path.ts';
import { type Drawer, dots, fold, line, lit, type Part, shape } from './scene.ts';

/** Where the buttons of a front sit. */
const column = (from: number, to: number, every: number, x = 200): [number, number][] =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => [x, from + index * every]);

/** The hook of a hanger behind a collar whose middle is at this height. */
export const hanger = (y: number): string =>
  line(`M200 ${y}V${y - 16}Q200 ${y - 22} 206 ${y - 25}A10 10 0 1 0 190 ${y - 34}`, '#8d8478', 3.6);

/** The left sleeve of a shirt, to be mirrored. */
export const LONG_SLEEVE = 'M131 84Q108 94 100 126L70 288Q86 298 106 298L139 160Z';
export const SHORT_SLEEVE = 'M131 84Q106 94 98 120L78 186Q104 200 133 200L139 148Z';
const CUFF = 'M73 270L70 292Q86 302 106 301L109 277Q90 276 73 270Z';

/** A shirt, long or short in the sleeve: pointed or standing collar, with or without a pocket. */
export const shirt: Drawer = ({ ink, random, sleeve, kind, small }) => {
  const short = sleeve ? sleeve === 'pendek' : kind.includes('pendek') || (small && random.chance(0.6));
  const standing = random.chance(0.25);
  const plainFront = random.chance(0.3);
  const uniform = kind === 'seragam';
  const plain = !uniform && random.chance(0.16) ? { fill: ink.trim } : {};
  const parts: Part[] = [
    random.chance(0.35) ? hanger(58) : '',
    { d: 'M170 66Q200 46 230 66L200 106Z', fill: ink.deep, inner: true },
    short
      ? { d: SHORT_SLEEVE, pair: true, turn: 18, ...plain }
      : { d: LONG_SLEEVE, pair: true, turn: 12, ...plain },
    { d: symmetric('M200 100L172 66L130 84Q140 108 139 146L134 340Q166 348 200 348') },
  ];
  if (uniform)
    parts.push({
      d: 'M172 66L130 84Q140 108 139 130Q170 138 200 136V100ZM228 66L270 84Q260 108 261 130Q230 138 200 136V100Z',
      inner: true,
      fill: ink.trim,
    });
  parts.push(
    fold(
      'M148 347Q152 270 146 200Q160 270 164 348ZM139 146Q150 200 137 250ZM168 347Q172 316 169 290Q176 320 178 348Z',
    ),
    fold('M266 342Q250 270 254 190Q262 270 261 146L266 342ZM232 347Q228 300 234 262Q238 310 240 346Z', 0.17),
    plainFront ? shape('M192 96H208V347H192Z', ink.trim) : '',
    line('M192 98V347M208 98V347', ink.deep),
    dots(column(126, 334, 40), 3.4, plainFront ? ink.pale : ink.line),
    standing
      ? { d: 'M170 66Q168 58 172 54L199 88V104Z', pair: true, fill: ink.trim, inner: true }
      : { d: 'M173 62Q163 68 163 80L181 118L200 98Z', pair: true, fill: ink.trim, inner: true },
  );
  if (!short) parts.push({ d: CUFF, pair: true, turn: 90, ...(plainFront ? { fill: ink.trim } : {}) });
  else parts.push(line('M80 180Q104 193 134 193M320 180Q296 193 266 193', ink.deep));
  if (uniform)
    parts.push(
      shape('M222 152h26v16q-13 16-26 0Z', ink.accent),
      shape('M235 154l3 6 6 1-5 4 1 6-5-3-5 3 1-6-5-4 6-1Z', ink.line),
      line('M152 158h28', ink.accent, 7),
    );
  else if (random.chance(0.55))
    parts.push(
      { d: 'M218 150H252V186Q235 194 218 186Z', inner: true, turn: 4 },
      line('M218 158H252', ink.deep),
    );
  return { parts, scale: 0.86, hems: short ? 'M184 122V338' : 'M184 122V338M72 282Q88 291 107 288' };
};

/** A T-shirt: the motif all over it, or on the chest only. */
export const tshirt: Drawer = ({ ink, random }) => {
  const whole = random.chance(0.4);
  const plain = { fill: ink.ground, edge: ink.deep };
  const body = symmetric('M200 92Q176 88 168 70L126 84Q138 116 138 150L134 338Q166 346 200 346');
  return {
    scale: 0.9,
    parts: [
      {
        d: 'M126 84Q104 94 94 118L68 180Q90 202 122 206L139 148Z',
        pair: true,
        ...(whole ? { turn: 18 } : plain),
      },
      whole ? { d: body } : { d: body, ...plain },
      whole ? '' : { d: 'M152 118H248V256H152Z', inner: true, edge: ink.line, scale: 0.75 },
      fold('M150 345Q154 280 146 220Q160 280 166 346ZM138 150Q148 200 136 260Z'),
      fold('M250 345Q244 280 254 210Q262 280 262 150L266 338Z', 0.16),
      line('M76 170Q94 188 124 193M324 170Q306 188 276 193M134 328Q166 337 200 337T266 328', ink.deep),
      { d: symmetric('M200 98Q172 94 161 73L168 69Q178 86 200 86'), fill: ink.trim, inner: true },
    ],
  };
};

/** A blouse with bell sleeves, its neck tied, gathered or cut square. */
export const blouse: Drawer = ({ ink, random, sleeve }) => {
  const wide = sleeve !== 'pendek';
  const tied = random.chance(0.5);
  return {
    scale: 0.9,
    hems: wide ? 'M128 318Q164 333 200 333M84 228Q102 240 124 238' : 'M128 318Q164 333 200 333',
    parts: [
      random.chance(0.3) ? hanger(72) : '',
      { d: 'M166 70Q200 58 234 70Q226 96 200 98Q174 96 166 70Z', fill: ink.deep, inner: true },
      wide
        ? { d: 'M136 84Q112 96 102 130L72 232Q98 254 130 250L146 152Z', pair: true, turn: 16 }
        : { d: 'M136 84Q108 90 96 122L92 172Q116 186 142 178L146 140Z', pair: true, turn: 16 },
      {
        d: symmetric('M200 102Q176 98 166 70L134 84Q146 116 148 150Q146 186 140 206L120 326Q160 342 200 342'),
      },
      fold('M142 206Q170 214 200 212T258 206L260 212Q230 222 200 220T140 212Z', 0.2),
      fold('M150 338Q162 270 162 222Q172 280 172 340ZM216 342Q214 280 212 222Q226 290 232 341Z'),
      fold('M262 334Q248 270 244 220L260 206L280 326Z', 0.15),
      tied
        ? line('M200 100V150', ink.deep) +
          shape(
            'M200 104Q182 92 178 106Q182 118 200 108Q218 118 222 106Q218 92 200 104L188 150L194 152L200 112L208 158L214 155Z',
            ink.trim,
          )
        : { d: symmetric('M200 110Q168 104 158 74L166 70Q176 96 200 99'), fill: ink.trim, inner: true },
      wide ? line('M80 214Q102 232 132 230M320 214Q298 232 268 230', ink.deep) : '',
    ],
  };
};

/** A sleeveless vest. */
export const vest: Drawer = ({ ink, random }) => ({
  scale: 0.86,
  hems: 'M156 76Q164 140 194 186V326',
  parts: [
    random.chance(0.3) ? hanger(66) : '',
    { d: 'M158 70Q200 56 242 70L236 330H164Z', fill: ink.deep, inner: true },
    { d: 'M198 188Q166 140 158 70L130 82Q150 130 136 168L132 318L172 344L198 330Z', pair: true, turn: 8 },
    line('M190 188V330', ink.deep),
    dots(column(204, 312, 36, 205), 4, ink.line),
    fold('M270 316Q250 250 262 172L264 168L268 318Z', 0.16),
    fold('M140 322Q150 260 142 210Q158 270 156 333Z'),
    { d: 'M146 262L186 270L184 284L145 276Z', pair: true, fill: ink.trim, inner: true },
  ],
});

/** A zipped jacket with knitted collar, cuffs and hem. */
export const jacket: Drawer = ({ ink, random }) => {
  const plainSleeves = random.chance(0.5) ? { fill: ink.trim } : {};
  return {
    scale: 0.9,
    parts: [
      { d: 'M132 86Q104 96 96 130L66 288L108 300L141 170Z', pair: true, turn: 14, ...plainSleeves },
      { d: 'M66 286L62 312Q82 322 104 320L109 298Q86 296 66 286Z', pair: true, fill: ink.deep, inner: true },
      { d: 'M200 82L170 70L131 86Q142 112 141 150L130 324H200Z', pair: true, turn: 4 },
      { d: 'M130 322Q126 334 132 346H268Q274 334 270 322Z', fill: ink.deep, inner: true },
      line(
        'M142 325V344M156 325V344M170 325V344M184 325V344M216 325V344M230 325V344M244 325V344M258 325V344',
        ink.pale,
        1,
        ' opacity=".5"',
      ),
      { d: 'M166 72Q170 58 200 58T234 72L222 92Q200 84 178 92Z', fill: ink.deep, inner: true },
      line('M200 86V346', ink.pale, 5),
      line('M200 86V346', ink.deep, 2.4, ' stroke-dasharray="2 3"'),
      shape('M197 100h6l2 18h-10Z', '#b9b2a6'),
      line('M150 262L174 232M250 262L226 232', ink.deep, 4),
      fold('M150 322Q156 270 146 210Q164 270 168 322Z'),
      fold('M268 322Q250 260 258 180L262 170L270 322Z', 0.17),
    ],
  };
};

/** A long open cardigan over nothing, so that its plain inside shows. */
export const outer: Drawer = ({ ink, random, sleeve }) => {
  const wide = random.chance(0.5);
  const sleeves =
    sleeve === 'pendek'
      ? 'M134 76Q108 84 98 112L78 184Q104 200 138 196L144 140Z'
      : wide
        ? 'M134 76Q108 84 100 112L62 244Q94 268 130 258L146 150Z'
        : 'M134 76Q110 84 102 112L76 276Q92 286 112 286L146 150Z';
  return {
    scale: 0.95,
    hems: 'M150 84Q168 200 166 350M128 350Q146 358 166 358',
    parts: [
      random.chance(0.4) ? hanger(56) : '',
      { d: 'M164 64Q200 50 236 64L240 330Q200 338 160 330Z', fill: ink.deep, inner: true },
      { d: sleeves, pair: true, turn: 14 },
      { d: 'M166 64L133 76Q146 110 146 150L122 358Q154 370 188 368Q194 200 166 64Z', pair: true, turn: 3 },
      fold('M136 364Q156 280 148 190Q166 290 160 368Z'),
      fold('M264 364Q246 280 252 180L256 160L278 358Z', 0.15),
      { d: 'M160 66Q184 180 178 368L190 368Q198 180 172 62Z', pair: true, fill: ink.trim, inner: true },
      random.chance(0.4)
        ? line('M186 226Q200 236 214 226M186 228Q180 260 176 282M214 228Q222 262 224 286', ink.trim, 5)
        : '',
    ],
  };
};

/** A kimono cut straight, with a sash. */
export const kimono: Drawer = ({ ink, random }) => ({
  scale: 1,
  hems: 'M50 196H120M142 330H200',
  parts: [
    { d: 'M166 72Q200 60 234 72L226 330H174Z', fill: ink.deep, inner: true },
    { d: 'M148 76L48 104Q42 150 44 206L124 214L146 150Z', pair: true, turn: 90 },
    { d: 'M168 70L146 76Q150 120 146 160L138 340H202L200 150Q182 110 168 70Z', pair: true },
    fold('M44 196L125 204L124 214L44 206ZM356 196L275 204L276 214L356 206Z', 0.2),
    { d: 'M164 72Q176 120 206 158L256 340H240L192 168Q166 130 156 75Z', fill: ink.trim, inner: true },
    { d: 'M236 72Q224 120 194 158L190 340H204L208 168Q234 130 244 75Z', fill: ink.trim, inner: true },
    {
      d: 'M145 196Q200 208 255 196L257 226Q200 238 143 226Z',
      fill: random.chance(0.5) ? ink.accent : ink.trim,
    },
    line('M146 211Q200 223 255 211', ink.line, 2.4),
    fold('M160 338Q170 290 164 240Q178 290 180 340ZM250 338Q236 280 240 236L257 226L262 340Z'),
    lit('M145 196Q164 202 180 203L178 234Q160 231 143 226Z'),
  ],
});

/** A kebaya: curved to the waist, its front edged and pinned. */
export const kebaya: Drawer = ({ ink, random }) => {
  const kutubaru = random.chance(0.5);
  return {
    scale: 0.8,
    hems: 'M164 80Q182 150 188 240Q176 290 158 324Q140 320 128 302M78 276Q94 286 108 284',
    parts: [
      random.chance(0.35) ? hanger(64) : '',
      { d: 'M164 70Q200 56 236 70L204 246H196Z', fill: kutubaru ? ink.trim : ink.deep },
      { d: 'M134 84Q110 94 104 128L76 284Q92 294 110 292L144 156Z', pair: true, turn: 12 },
      {
        d: 'M168 70L133 84Q146 120 150 160Q150 204 138 236L122 306Q140 336 170 342Q196 300 201 246Q196 130 168 70Z',
        pair: true,
        turn: 6,
      },
      kutubaru ? { d: 'M180 140H220L212 226H188Z', inner: true, scale: 0.5 } : '',
      fold('M146 330Q160 270 156 210Q170 280 164 340ZM150 160Q166 200 141 234Z'),
      fold('M272 318Q250 270 250 170L262 236L278 306Z', 0.16),
      line(
        'M171 72Q190 130 194 246Q188 300 168 334Q144 328 128 304M229 72Q210 130 206 246Q212 300 232 334Q256 328 272 304',
        ink.line,
        3.4,
        ' stroke-dasharray="0 6"',
      ),
      line('M167 70Q190 130 200 246Q210 130 233 70', ink.trim, 4),
      dots('200 176, 200 206, 200 240', 5, '#d2a748'),
      dots('200 176, 200 206, 200 240', 2, ink.accent),
    ],
  };
};
