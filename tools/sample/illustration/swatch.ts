import { type Drawer, fold, line, lit, shape } from './scene.ts';

/** A piece of the cloth from near, a corner turned back, its colours on buttons beneath. */
export const swatch: Drawer = ({ ink, random, named }) => {
  const chips = [ink.ground, ink.line, ink.second, ink.accent]
    .slice(0, Math.max(1, named))
    .map((color, index) => {
      const x = 62 + index * 46;
      return line(`M${x} 352h0`, '#fdf8ee', 38) + line(`M${x} 352h0`, color, 29);
    });
  const left = random.chance(0.5);
  return {
    scale: 2.1,
    fixed: true,
    parts: [
      {
        d: 'M34 40Q120 26 200 38T366 32Q376 110 366 190L300 292Q190 318 112 304Q70 298 36 306Q26 230 34 170Q40 100 34 40Z',
        turn: left ? 6 : -6,
      },
      fold(
        'M120 34Q150 120 130 306Q100 302 90 302Q126 170 96 32ZM268 40Q250 150 268 298L246 302Q224 150 250 42Z',
        0.09,
      ),
      lit('M150 34Q180 150 160 309L186 310Q206 150 182 36Z', 0.1),
      shape('M366 190Q336 196 306 216Q308 256 300 292Z', ink.pale, ` stroke="${ink.deep}"`),
      fold(
        'M366 190Q336 196 306 216L312 226Q334 204 366 190ZM300 292Q308 256 306 216L286 256Q292 280 300 292Z',
        0.16,
      ),
      ...chips,
    ],
  };
};
