import { symmetric } from './path.ts';
import { type Drawer, dots, fold, line, lit, type Part, placed, shape } from './scene.ts';
import { hanger, LONG_SLEEVE, SHORT_SLEEVE } from './tops.ts';

/** A long shirt for women, slit at the sides. */
export const tunic: Drawer = ({ ink, random, sleeve }) => {
  const buttons = random.chance(0.6);
  return {
    scale: 0.92,
    hems:
      sleeve === 'pendek'
        ? 'M124 352Q160 362 200 362M184 98V180'
        : 'M124 352Q160 362 200 362M184 98V180M82 256Q98 266 116 264',
    parts: [
      random.chance(0.35) ? hanger(58) : '',
      { d: 'M168 60Q200 48 232 60Q224 82 200 84Q176 82 168 60Z', fill: ink.deep, inner: true },
      sleeve === 'pendek'
        ? { d: 'M138 74Q114 82 104 110L84 176Q110 190 142 186L148 140Z', pair: true, turn: 16 }
        : { d: 'M138 74Q114 84 106 116L76 266Q92 278 116 276L150 150Z', pair: true, turn: 12 },
      { d: symmetric('M200 88Q176 86 168 60L136 74Q148 104 150 150L118 362Q158 374 200 374') },
      fold('M136 366Q158 280 156 200Q172 290 164 372ZM204 374Q200 300 206 240Q214 310 222 373Z'),
      fold('M264 366Q242 280 246 180L250 150L282 362Z', 0.15),
      line('M139 300L132 364M261 300L268 364', ink.deep, 2.4),
      { d: symmetric('M200 96Q168 92 161 63L168 59Q178 82 200 84'), fill: ink.trim, inner: true },
      buttons
        ? shape('M192 94H208V186H192Z', ink.trim) + dots('200 108, 200 130, 200 152, 200 174', 3.4, ink.line)
        : '',
    ],
  };
};

/** A dress with a waist and a swinging skirt. */
export const dress: Drawer = ({ ink, random, small, sleeve }) => {
  const long = sleeve === 'panjang';
  const ruffle = random.chance(0.45) || small;
  const parts: Part[] = [
    random.chance(0.35) && !small ? hanger(60) : '',
    { d: 'M166 64Q200 50 234 64Q226 90 200 92Q174 90 166 64Z', fill: ink.deep, inner: true },
    long
      ? { d: 'M142 76Q118 84 110 112L84 240Q98 252 118 248L154 146Z', pair: true, turn: 14 }
      : { d: 'M142 76Q112 76 102 104Q94 128 104 146Q126 156 150 142L154 120Z', pair: true, turn: 20 },
    { d: symmetric('M200 184H156Q130 250 100 344Q150 368 200 366'), turn: 2 },
    fold('M130 354Q158 270 168 188Q176 280 162 364ZM204 366Q196 280 200 188Q214 280 226 365Z'),
    fold('M266 356Q236 270 226 188H244Q270 250 300 344Z', 0.15),
    { d: symmetric('M200 94Q174 92 166 64L140 76Q156 110 156 190Q178 196 200 196') },
    fold('M228 192Q240 140 250 110Q244 150 244 190Z'),
    { d: 'M155 180Q200 192 245 180V198Q200 210 155 198Z', fill: ink.trim, inner: true },
  ];
  if (ruffle)
    parts.push({
      d: 'M106 324Q150 346 200 344T294 324L302 352Q290 366 276 356Q262 374 246 364Q232 380 214 368Q200 382 184 368Q168 380 154 364Q138 374 124 356Q110 366 98 352Z',
      fill: ink.trim,
    });
  else parts.push(line('M104 334Q152 356 200 354T296 334', ink.line, 2.4));
  if (small)
    parts.push(
      shape('M200 189Q178 172 174 188Q178 206 200 192Q222 206 226 188Q222 172 200 189Z', ink.accent),
      dots('200 190', 5, ink.line),
    );
  else
    parts.push({ d: symmetric('M200 102Q166 98 158 68L166 63Q176 88 200 91'), fill: ink.trim, inner: true });
  return {
    scale: small ? 0.8 : 0.95,
    parts,
    hems: 'M108 318Q152 338 200 337M166 84Q180 108 200 108',
  };
};

/** A floor-length dress with long sleeves, at times with its kerudung. */
export const gamis: Drawer = ({ ink, random }) => {
  const set = random.chance(0.35);
  const band = random.chance(0.6);
  const parts: Part[] = [
    '',
    { d: 'M170 46Q200 34 230 46Q222 64 200 66Q178 64 170 46Z', fill: ink.deep, inner: true },
    { d: 'M146 58Q124 66 116 96L80 240Q96 256 118 254L156 130Z', pair: true, turn: 12 },
    { d: symmetric('M200 70Q178 68 170 46L144 58Q156 84 158 130Q156 170 148 190L98 362Q148 378 200 378') },
    fold('M126 370Q158 280 164 180Q176 290 158 376ZM200 378Q192 290 200 190Q212 290 222 377Z'),
    fold('M268 372Q242 290 234 180L242 130L252 190L302 362Z', 0.15),
  ];
  if (band)
    parts.push(
      { d: 'M106 336Q152 352 200 352T294 336L302 362Q252 378 200 378T98 362Z', inner: true, fill: ink.trim },
      line('M105 338Q152 354 200 354T295 338', ink.line, 3, ' stroke-dasharray="0 7"'),
    );
  parts.push({ d: symmetric('M200 78Q170 74 163 49L170 45Q180 63 200 65'), fill: ink.trim, inner: true });
  if (set)
    parts.push(
      {
        d: symmetric('M200 16Q168 18 166 52Q160 84 132 116Q116 150 130 164Q166 186 200 186'),
        fill: ink.trim,
      },
      shape('M200 30Q180 32 180 58Q182 82 200 84Q218 82 220 58Q220 32 200 30Z', ink.deep),
      fold('M168 172Q190 130 188 88Q204 140 190 185ZM262 166Q244 130 218 86Q240 140 232 180Z'),
    );
  else if (random.chance(0.5))
    parts.push(line('M200 76V182', ink.deep), dots('200 92, 200 114, 200 136, 200 158', 3.2, ink.line));
  else parts.push({ d: 'M156 166Q200 178 244 166V180Q200 192 155 180Z', fill: ink.trim, inner: true });
  return {
    scale: 0.95,
    parts,
    hems: 'M110 324Q152 340 200 340M84 232Q100 244 120 240M188 84V160',
  };
};

/** A loose house dress. */
export const daster: Drawer = ({ ink, random }) => {
  const sleeveless = random.chance(0.3);
  return {
    scale: 1,
    hems: 'M112 322Q156 338 200 338',
    parts: [
      { d: 'M164 66Q200 50 236 66Q228 98 200 100Q172 98 164 66Z', fill: ink.deep, inner: true },
      sleeveless ? '' : { d: 'M140 76Q114 76 96 108L76 158Q100 182 138 178L150 132Z', pair: true, turn: 24 },
      { d: symmetric('M200 104Q172 102 164 66L138 76Q152 108 150 140L104 350Q152 368 200 368') },
      fold('M130 359Q156 280 164 160Q174 280 158 366ZM202 368Q196 280 204 160Q212 290 226 367Z'),
      fold('M270 360Q246 280 242 160L250 140L296 350Z', 0.15),
      line('M152 148Q200 160 248 148', ink.deep, 2),
      fold(
        'M164 152Q168 180 166 204Q174 180 172 153ZM196 156Q200 184 198 210Q206 184 204 156ZM228 153Q232 180 230 204Q238 180 236 152Z',
      ),
      { d: symmetric('M200 112Q162 108 154 70L164 65Q176 98 200 99'), fill: ink.trim, inner: true },
      line('M200 112V146', ink.deep),
      dots('200 122, 200 136', 3.2, ink.line),
      line('M106 338Q154 356 200 356T294 338', ink.trim, 5),
    ],
  };
};

/** A prayer dress in two pieces: hood and skirt. */
export const mukena: Drawer = ({ ink, random }) => ({
  scale: 0.85,
  hems: 'M96 230Q146 258 200 258M152 92Q158 128 200 142M124 350Q160 362 200 362',
  parts: [
    { d: symmetric('M200 230H146L118 362Q158 376 200 376'), turn: 2 },
    fold('M150 370Q166 320 164 262Q178 330 174 374ZM226 374Q222 320 230 262Q240 330 246 371Z'),
    { d: symmetric('M200 28Q148 32 144 92Q140 136 112 170Q84 214 88 256Q144 286 200 284') },
    fold('M120 270Q146 220 150 150Q164 220 148 279ZM200 284Q188 220 194 150Q210 220 222 283Z'),
    fold('M270 274Q256 220 250 140Q276 184 312 256Q296 268 270 274Z', 0.13),
    { d: symmetric('M200 50Q164 54 162 92Q166 124 200 130'), fill: ink.deep, inner: true },
    line('M200 50Q164 54 162 92Q166 124 200 130Q234 124 238 92Q236 54 200 50Z', ink.trim, 6),
    { d: symmetric('M200 268Q146 270 90 240L88 256Q144 286 200 284'), inner: true, fill: ink.trim },
    line(
      'M92 248Q146 277 200 276T308 248',
      ink.line,
      4,
      random.chance(0.5) ? ' stroke-dasharray="0 8"' : ' stroke-dasharray="7 7"',
    ),
    lit('M150 80Q154 52 176 38Q158 60 156 96Q152 130 130 160Q148 120 150 80Z', 0.3),
  ],
});

/** Two garments of one cloth, his and hers. */
export const couple: Drawer = ({ ink, random, sleeve }) => {
  const his: Part[] = [
    { d: 'M170 66Q200 46 230 66L200 106Z', fill: ink.deep, inner: true },
    sleeve === 'pendek'
      ? { d: SHORT_SLEEVE, pair: true, turn: 18 }
      : { d: LONG_SLEEVE, pair: true, turn: 12 },
    { d: symmetric('M200 100L172 66L130 84Q140 108 139 146L134 340Q166 348 200 348') },
    line('M200 98V347', ink.deep),
    fold('M266 342Q250 270 254 190Q262 270 261 146L266 342ZM148 347Q152 270 146 200Q160 270 164 348Z'),
    { d: 'M173 62Q163 68 163 80L181 118L200 98Z', pair: true, fill: ink.trim, inner: true },
  ];
  const gown = random.chance(0.5);
  const hers: Part[] = [
    { d: 'M170 62Q200 50 230 62Q222 84 200 86Q178 84 170 62Z', fill: ink.deep, inner: true },
    { d: 'M140 74Q116 84 108 116L80 256Q96 268 116 266L152 150Z', pair: true, turn: 12 },
    {
      d: symmetric(
        `M200 92Q178 90 170 62L138 74Q152 104 154 150Q154 180 146 200L${gown ? '96 372Q150 388 200 388' : '110 330Q156 344 200 344'}`,
      ),
    },
    fold(
      `M268 ${gown ? 380 : 336}Q242 290 240 190L248 130L254 200L${gown ? '304 372' : '290 330'}ZM136 ${gown ? 378 : 336}Q164 290 166 190Q178 290 164 ${gown ? 385 : 341}Z`,
    ),
    { d: 'M153 180Q200 192 247 180L250 196Q200 208 149 196Z', fill: ink.trim, inner: true },
    { d: symmetric('M200 100Q168 96 162 65L170 61Q180 82 200 85'), fill: ink.trim, inner: true },
  ];
  return {
    scale: 0.8,
    parts: [...placed(his, 'translate(-38 2)scale(.86)'), ...placed(hers, 'translate(106 68)scale(.8)')],
  };
};
