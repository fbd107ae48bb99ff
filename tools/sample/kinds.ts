import type { Kind } from './kind.ts';
import { CLOTHS, SMALL_THINGS } from './kinds-cloths.ts';
import { DRESSES } from './kinds-dresses.ts';
import { TOPS } from './kinds-tops.ts';

/** All kinds that the sample sells, by the name under which the illustration draws them. */
export const KINDS: Readonly<Record<string, Kind>> = { ...TOPS, ...DRESSES, ...CLOTHS, ...SMALL_THINGS };
