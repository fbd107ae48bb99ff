import { backdrop } from './illustration/backdrop.ts';
import { lightness, mix } from './illustration/color.ts';
import { drawerOf } from './illustration/kinds.ts';
import { type Ink, inkOf } from './illustration/palette.ts';
import { both, num } from './illustration/path.ts';
import { seeded } from './illustration/random.ts';
import { type Drawer, type Drawing, paint } from './illustration/scene.ts';
import { swatch } from './illustration/swatch.ts';
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
  // On pale cloth the thread is pale, too: white on white with a shade of colour.
  const thread = lightness(ink.ground) > 0.75 ? mix(ink.line, ink.ground, 0.45) : ink.line;
  const leaves = lightness(ink.ground) > 0.75 ? mix(ink.accent, ink.ground, 0.35) : ink.accent;
  const stitch = (color: string, width: number, dashes: string) =>
    `<use href="#E" stroke="${color}" stroke-width="${width}" stroke-dasharray="${dashes}"/>`;
  return (
    `<g fill="none"><g stroke="${leaves}" stroke-width="2"><path id="E" d="${both(hems)}"/></g>` +
    `${stitch(thread, 11, '0 17')}${stitch(leaves, 4.5, '0 17')}${stitch(ink.second, 5, '0 8.5 0 8.5')}</g>`
  );
}

/** Puts a drawing before its wall: the same colours and the same motif for the same attributes. */
function compose(attributes: Attributes, drawer: Drawer): string {
  const { kind, motif, technique, colors, seed, details } = attributes;
  const random = seeded(`${seed}/${kind}/${motif ?? ''}`);
  const ink = inkOf(colors, random);
  const small = details?.size === 'anak' || /^(anak|bayi)/.test(kind);
  // A source of its own, so that the close-up shows the very stripes that the whole does.
  const tile = motifOf(motif, technique, seed)(ink, seeded(`${seed}/${motif ?? ''}`));
  const drawing = drawer({ kind, ink, random, named: colors.length, sleeve: details?.sleeve, small });
  const drift = [random.between(0, tile.width), random.between(0, tile.height)].map(Math.round).join(' ');
  const grain = random.between(0.88, 1.14);
  let defs = '';
  const made = new Map<string, string>();
  const fill = (turn: number, scale: number): string => {
    const place = `translate(${drift})rotate(${num((tile.turn ?? 0) + turn)})scale(${(scale * grain).toFixed(2)})`;
    const known = made.get(place);
    if (known) return `url(#${known})`;
    const id = `m${made.size}`;
    defs += made.size
      ? `<pattern id="${id}" href="#m0" patternTransform="${place}"/>`
      : `<pattern id="m0" width="${tile.width}" height="${tile.height}" patternUnits="userSpaceOnUse" fill="none" patternTransform="${place}">${tile.body}</pattern>`;
    made.set(place, id);
    return `url(#${id})`;
  };
  const painted = paint(drawing.parts, ink, drawing.scale ?? 1, { fill });
  const behind = backdrop(ink.ground, drawing.stands ?? false, drawing.floor ?? 330, random);
  const all = painted.body + embroidery(drawing, ink, motif, technique);
  const grown = small && !drawing.fixed ? `<g transform="translate(20 32)scale(.9 .86)">${all}</g>` : all;
  const twice = drawing.twin ? `<g id="T">${grown}</g><use href="#T" transform="${drawing.twin}"/>` : grown;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400" stroke-linecap="round" stroke-linejoin="round">` +
    `<defs>${defs}${painted.defs}</defs>${behind}<g stroke-width="1.5">${twice}</g></svg>`
  );
}

/**
 * A product as a flat illustration: one SVG of 400 by 400, the same for the same attributes, at most 4 KB,
 * without scripts, styles or references to anything outside itself. It needs nothing but its arguments and
 * knows no errors: a kind, motif or colour that nobody knows gets a fitting one.
 */
export const drawProduct = (attributes: Attributes): string => compose(attributes, drawerOf(attributes.kind));

/** The same product's cloth from near, with its colours beside it: a second picture for its page. */
export const drawDetail = (attributes: Attributes): string => compose(attributes, swatch);
