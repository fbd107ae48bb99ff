import { symmetric } from './path.ts';
import { type Drawer, dots, fold, line, type Part } from './scene.ts';

/** Where the buttons of a front sit. */
const column = (from: number, to: number, every: number): [number, number][] =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => [200, from + index * every]);

const BODY = 'M200 78L172 66L130 84Q140 108 139 146L134 340Q166 348 200 348';

/** A shirt, long or short in the sleeve. */
export const shirt: Drawer = ({ ink, random, sleeve, kind }) => {
  const short = sleeve ? sleeve === 'pendek' : kind.includes('pendek');
  const parts: Part[] = [
    { d: 'M172 66Q200 48 228 66L200 104Z', fill: ink.deep },
    short
      ? { d: 'M131 84Q106 94 98 120L80 182Q104 194 132 196L139 148Z', pair: true, turn: 18 }
      : { d: 'M131 84Q108 94 100 126L70 288Q86 298 106 298L139 160Z', pair: true, turn: 12 },
    { d: symmetric(BODY).replace('M200 78', 'M200 100') },
    fold('M148 347Q152 270 146 200Q160 270 164 348Z'),
    fold('M262 346Q250 270 256 190Q262 270 266 344Z'),
    line('M193 100V347M207 100V347', ink.deep),
    dots(column(124, 334, 42), 3.4, ink.line),
    { d: 'M173 64Q164 70 164 80L182 116L200 98Z', pair: true, fill: ink.trim },
  ];
  if (!short) parts.push({ d: 'M73 270L70 292Q86 302 106 301L109 277Q90 276 73 270Z', pair: true, turn: 90 });
  if (random.chance(0.6)) parts.push({ d: 'M218 148H252V184Q235 192 218 184Z', inner: true, turn: 3 });
  return { parts };
};
