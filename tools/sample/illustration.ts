import { backdrop } from './illustration/backdrop.ts';
import { DRAWERS, FALLBACK } from './illustration/kinds.ts';
import { type Ink, inkOf } from './illustration/palette.ts';
import { num } from './illustration/path.ts';
import { seeded } from './illustration/random.ts';
import { type Drawing, paint } from './illustration/scene.ts';
import { motifOf } from './motif.ts';

/** What a picture is drawn from. */
export interface Attributes {
  /** What it is, for instance `kemeja` or `tas-selempang`; an unknown one is drawn as folded cloth. */
  kind: string;
  motif?: string;
  technique?: string;
  /** Colour names in Indonesian, the cloth's own first. */
  colors: string[];
  seed: string;
  details?: { sleeve?: 'panjang' | 'pendek'; size?: 'anak' | 'dewasa' };
}

/** Flowers and leaves in satin stitch along the hems, where the product is embroidered. */
function embroidery({ hems }: Drawing, ink: Ink, motif = '', technique = ''): string {
  if (!hems || !/bordir|sulam|kerancang/i.test(`${motif} ${technique}`)) return '';
  const stitch = (color: string, width: number, dashes: string) =>
    `<use href="#e" stroke="${color}" stroke-width="${width}" stroke-dasharray="${dashes}"/>`;
  return (
    `<g fill="none"><path id="e" d="${hems}" stroke="${ink.accent}" stroke-width="2"/>` +
    `${stitch(ink.line, 11, '0 17')}${stitch(ink.accent, 4.5, '0 17')}${stitch(ink.second, 5, '0 8.5 0 8.5')}</g>`
  );
}

/**
 * A product as a flat illustration: one SVG of 400 by 400, the same for the same attributes, at most 4 KB,
 * without scripts, styles or references to anything outside itself.
 */
export function drawProduct(attributes: Attributes): string {
  const { kind, motif, technique, colors, details } = attributes;
  const random = seeded(`${attributes.seed}/${kind}/${motif ?? ''}`);
  const ink = inkOf(colors, random);
  const small = details?.size === 'anak' || /^(anak|bayi)/.test(kind);
  const drawer = DRAWERS[kind] ?? FALLBACK;
  const drawing = drawer({ kind, ink, random, sleeve: details?.sleeve, small });
  const tile = motifOf(motif, technique, attributes.seed)(ink, random);
  const drift = [random.between(0, tile.width), random.between(0, tile.height)].map(Math.round).join(' ');
  const grain = (drawing.scale ?? 1) * random.between(0.88, 1.14);
  let defs = '';
  const patterns = new Map<string, string>();
  const fill = (turn: number, scale: number): string => {
    const place = `translate(${drift})rotate(${num((tile.turn ?? 0) + turn)})scale(${((scale / (drawing.scale ?? 1)) * grain).toFixed(2)})`;
    const made = patterns.get(place);
    if (made) return `url(#${made})`;
    const id = `m${patterns.size}`;
    defs += patterns.size
      ? `<pattern id="${id}" href="#m0" patternTransform="${place}"/>`
      : `<pattern id="m0" width="${tile.width}" height="${tile.height}" patternUnits="userSpaceOnUse" fill="none" stroke-linecap="round" stroke-linejoin="round" patternTransform="${place}">${tile.body}</pattern>`;
    patterns.set(place, id);
    return `url(#${id})`;
  };
  const painted = paint(drawing.parts, ink, drawing.scale ?? 1, { fill });
  const behind = backdrop(ink.ground, drawing.stands ?? false, drawing.floor ?? 330, random);
  const all = painted.body + embroidery(drawing, ink, motif, technique);
  const twice = drawing.twin ? `<g id="t">${all}</g><use href="#t" transform="${drawing.twin}"/>` : all;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400">` +
    `<defs>${defs}${painted.defs}</defs>${behind}` +
    `<g stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round">${twice}</g></svg>`
  );
}
