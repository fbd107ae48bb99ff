import type { Craft } from './craft.ts';
import { BATIK_CRAFTS } from './crafts-batik.ts';
import { HANDMADE_CRAFTS } from './crafts-handmade.ts';
import { SURFACE_CRAFTS } from './crafts-surface.ts';
import { WOVEN_CRAFTS } from './crafts-woven.ts';

/** All crafts by name. */
export const CRAFTS: Readonly<Record<string, Craft>> = {
  ...BATIK_CRAFTS,
  ...WOVEN_CRAFTS,
  ...SURFACE_CRAFTS,
  ...HANDMADE_CRAFTS,
};
