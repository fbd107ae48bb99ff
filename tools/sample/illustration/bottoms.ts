import { symmetric } from './path.ts';
import { type Drawer, dots, fold, line, lit, type Part, placed, shape } from './scene.ts';
import { LONG_SLEEVE, SHORT_SLEEVE } from './tops.ts';

/** Trousers, straight or, as a kulot, wide. */
export const trousers: Drawer = ({ ink, kind, random, small }) => {
  const wide = kind === 'kulot';
  const end = small ? 270 : 358;
  const leg = wide
    ? `M142 76L84 ${end - 12}Q124 ${end + 6} 184 ${end}L201 176V76Z`
    : `M144 76L118 ${end - 4}Q144 ${end + 4} 172 ${end}L201 178V76Z`;
  const drawstring = random.chance(0.6);
  const parts: Part[] = [
    { d: leg, pair: true, turn: wide ? 8 : 3 },
    fold(`M200 120V178L${wide ? 184 : 172} ${end}L${wide ? 160 : 160} ${end}Q190 240 200 120Z`),
    fold(
      `M258 90L${wide ? 306 : 274} ${end - 10}L${wide ? 270 : 256} ${end}Q262 220 258 90ZM160 90Q150 220 ${wide ? 126 : 146} ${end}Q140 220 160 90Z`,
    ),
    line('M200 84V176', ink.deep),
    line(
      wide ? 'M160 96L148 132M240 96L252 132' : 'M148 100Q160 116 156 140M252 100Q240 116 244 140',
      ink.deep,
      2,
    ),
    {
      d: 'M142 60Q200 52 258 60L260 84Q200 76 140 84Z',
      fill: random.chance(0.5) ? ink.trim : ink.ground,
      edge: ink.deep,
    },
    line('M152 60V80M164 59V79M176 58V78M224 58V78M236 59V79M248 60V80', ink.deep, 1.4, ' opacity=".6"'),
  ];
  parts.push(
    drawstring
      ? line('M200 70Q186 92 190 122M200 70Q216 92 208 128', ink.line, 3.4)
      : dots('200 68', 5, ink.line),
  );
  const x = wide ? 84 : 118;
  return {
    parts,
    scale: 0.95,
    hems: `M${x + 4} ${end - 20}Q${x + 30} ${end - 6} ${wide ? 184 : 172} ${end - 12}`,
  };
};

/** A skirt: wrapped, flared or tiered. */
export const skirt: Drawer = ({ ink, random }) => {
  const form = random.pick(['wrap', 'flare', 'tiers'] as const);
  const narrow = form === 'wrap';
  const body = narrow
    ? 'M200 76H150Q130 130 128 200L132 350Q166 360 200 360'
    : 'M200 76H154Q134 170 92 338Q146 362 200 362';
  const parts: Part[] = [{ d: symmetric(body), turn: 2 }];
  if (narrow)
    parts.push(
      { d: 'M240 78Q262 150 266 230L250 354Q220 360 194 358Q196 200 240 78Z', inner: true, turn: -16 },
      fold('M240 78Q196 200 194 358L184 359Q188 200 234 78Z'),
      fold('M206 358Q214 260 240 170Q226 270 220 359ZM142 354Q148 260 160 130Q156 260 154 356Z'),
    );
  else
    parts.push(
      fold('M124 350Q160 230 176 80Q176 240 156 358ZM196 362Q190 230 198 80Q210 230 220 361Z'),
      fold('M264 354Q232 230 222 80H246Q266 170 308 338Z', 0.15),
    );
  if (form === 'tiers')
    parts.push(
      { d: 'M128 202Q164 216 200 214T272 202L278 222Q240 236 200 234T122 222Z', inner: true, fill: ink.trim },
      { d: 'M108 288Q154 306 200 304T292 288L298 306Q248 324 200 322T102 306Z', inner: true, fill: ink.trim },
    );
  parts.push(
    { d: 'M150 60Q200 54 250 60L252 82Q200 76 148 82Z', fill: ink.trim, inner: true },
    dots('238 70', 4, ink.line),
  );
  return {
    parts,
    scale: 1,
    hems: narrow ? 'M132 338Q166 348 200 348' : 'M98 328Q148 350 200 350',
  };
};

/** A sarung, folded lengthwise, its head panel in the middle. */
export const sarung: Drawer = ({ ink, random }) => {
  const parts: Part[] = [
    { d: 'M118 66L276 54L300 340L140 352Z', turn: -4 },
    { d: 'M168 62L222 58L246 344L190 348Z', inner: true, turn: -4, scale: 1.35, edge: ink.line },
    line('M172 62L194 348M218 58L242 344', ink.line, 3),
    fold('M276 54L300 340L284 341L262 55Z'),
    fold('M118 66L140 352L152 351Q130 200 130 65Z', 0.1),
    line('M121 78L277 66M139 340L299 328', ink.line, 3),
  ];
  if (random.chance(0.5))
    parts.push(
      { d: 'M84 318L318 300L330 352L92 372Z', turn: 86 },
      lit('M84 318L318 300L321 314L86 333Z', 0.18),
      line('M140 314L148 367M262 304L272 357', ink.line, 2.4),
    );
  return { parts, scale: 1.05 };
};

/** Pyjamas: a shirt laid over its trousers. */
export const pyjamas: Drawer = ({ ink, random, sleeve }) => {
  const short = sleeve ? sleeve === 'pendek' : random.chance(0.5);
  const legs: Part[] = [
    { d: 'M146 76L122 352Q146 362 174 356L201 178V76Z', pair: true, turn: 3 },
    fold('M200 120V178L174 356H162Q190 240 200 120ZM262 90L278 352L258 356Q264 220 254 90Z'),
    line('M124 334Q148 344 175 338M276 334Q252 344 225 338', ink.trim, 7),
    { d: 'M144 60Q200 52 256 60L258 84Q200 76 142 84Z', fill: ink.trim, inner: true },
  ];
  const top: Part[] = [
    { d: 'M170 66Q200 46 230 66L200 140Z', fill: ink.deep, inner: true },
    short ? { d: SHORT_SLEEVE, pair: true, turn: 18 } : { d: LONG_SLEEVE, pair: true, turn: 12 },
    { d: symmetric('M200 140L172 66L130 84Q140 108 139 146L130 330Q166 338 200 338') },
    fold('M268 332Q250 270 254 190Q262 270 261 146L270 330ZM148 336Q152 270 146 200Q160 270 164 337Z'),
    line('M200 140V338M130 322Q166 330 200 330T270 322', ink.trim, 5),
    dots('207 168, 207 212, 207 256', 4, ink.line),
    { d: 'M172 62L160 74L166 96L158 108L200 146Z', pair: true, fill: ink.trim, inner: true },
  ];
  return {
    scale: 0.9,
    parts: [...placed(legs, 'translate(104 44)scale(.88)'), ...placed(top, 'translate(-40 6)scale(.88)')],
  };
};

/** A baby's romper, with a cap or booties. */
export const baby: Drawer = ({ ink, random }) => {
  const parts: Part[] = [
    { d: 'M140 106Q108 104 92 136L82 176Q104 196 132 190L150 160Z', pair: true, turn: 20 },
    {
      d: symmetric(
        'M200 116Q176 112 166 92L136 106Q150 140 146 180L132 240Q130 286 148 310Q164 320 180 312Q188 300 200 298',
      ),
    },
    fold('M148 304Q146 260 156 200Q162 270 164 316ZM246 316Q240 260 246 200Q254 260 262 300Z'),
    { d: symmetric('M200 124Q166 120 156 96L166 91Q178 112 200 113'), fill: ink.trim, inner: true },
    line('M146 308Q164 322 182 312M254 308Q236 322 218 312', ink.trim, 6),
    dots('184 300, 200 296, 216 300', 3.6, ink.line),
    shape('M200 168q-14-16-22-2q-2 14 22 28q24-14 22-28q-8-14-22 2Z', ink.accent),
  ];
  if (random.chance(0.6))
    parts.push(
      {
        d: 'M284 330Q286 306 306 306L312 326Q340 330 340 348Q338 358 326 358H292Q282 352 284 330Z',
        turn: 30,
      },
      { d: 'M283 318Q296 324 309 318L307 302Q296 306 284 302Z', fill: ink.trim, inner: true },
      { d: 'M318 302Q320 282 338 282L344 300Q368 306 368 322Q366 330 354 330Q344 322 320 326Z', turn: 30 },
    );
  else
    parts.push(
      { d: 'M46 336Q44 288 84 288T122 336Z', turn: 20 },
      { d: 'M42 330Q84 342 126 330V346Q84 358 42 346Z', fill: ink.trim, inner: true },
      dots('84 286', 9, ink.trim),
    );
  return { parts, scale: 0.7, fixed: true };
};
