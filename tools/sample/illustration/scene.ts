import { mix } from './color.ts';
import type { Ink } from './palette.ts';
import { FLIP, num } from './path.ts';
import type { Random } from './random.ts';

/** What a drawer may look at. */
export interface Brief {
  kind: string;
  ink: Ink;
  random: Random;
  /** How many colours the product's file names. */
  named: number;
  sleeve: 'panjang' | 'pendek' | undefined;
  /** Made for a child: shorter, rounder. */
  small: boolean;
}

/** A piece of cloth (or another solid thing): painted with the motif unless it has a fill of its own. */
export interface Panel {
  d: string;
  /** Painted twice, the second time mirrored, motif and all. */
  pair?: boolean;
  /** Degrees by which the cloth was turned when it was cut. */
  turn?: number;
  /** A plain colour instead of the motif. */
  fill?: string;
  /** The motif in this size instead of the drawing's own. */
  scale?: number;
  /** The colour of its edge; the ground in shadow where it is left out. */
  edge?: string;
  /** Casts no shadow, since it lies within another panel. */
  inner?: boolean;
  /** An SVG transform that puts it in its place. */
  at?: string;
}

/** Back to front; a string is SVG put in as it is. */
export type Part = Panel | string;

export interface Drawing {
  parts: Part[];
  /** How large the motif is on it; 1 where left out. */
  scale?: number;
  /** Hanging and lying things need no floor; standing ones do. */
  stands?: boolean;
  /** Where the floor begins, from the top; 330 where left out. */
  floor?: number;
  /** Is as large as it is, also where the product is for a child. */
  fixed?: boolean;
  /** Everything drawn a second time under this SVG transform: the other shoe. */
  twin?: string;
  /** The hems along which embroidery runs where the product is embroidered: their left half. */
  hems?: string;
}

export type Places = readonly (readonly [number, number])[];

export type Drawer = (brief: Brief) => Drawing;

/** The colour of every shadow and fold: a warm black. */
export const SHADE = '#2a1208';

/** Folds and shaded sides, as filled wedges. */
export const fold = (d: string, opacity = 0.14): string =>
  `<path d="${d}" fill="${SHADE}" opacity="${num2(opacity)}"/>`;

/** Lit sides, as filled wedges. */
export const lit = (d: string, opacity = 0.16): string =>
  `<path d="${d}" fill="#fff" opacity="${num2(opacity)}"/>`;

/** Seams, stitches and strings. */
export const line = (d: string, color: string, width = 1.5, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}"${more}/>`;

/** A plain shape without shadow. */
export const shape = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}"${more}/>`;

/** Dots of one size: buttons, beads, stitches; places as a list, or as text: `200 126, 200 166`. */
export const dots = (at: string | Places, radius: number, color: string): string => {
  const places = typeof at === 'string' ? at.split(', ') : at.map(([x, y]) => `${num(x)} ${num(y)}`);
  return line(places.map((place) => `M${place}h0`).join(''), color, radius * 2);
};

/** Parts made elsewhere, put in their place by an SVG transform. */
export function placed(parts: readonly Part[], at: string): Part[] {
  const result: Part[] = [];
  let plain = '';
  const close = () => {
    if (plain) result.push(`<g transform="${at}">${plain}</g>`);
    plain = '';
  };
  for (const part of parts) {
    if (typeof part === 'string') plain += part;
    else {
      close();
      result.push({ ...part, at: `${at}${part.at ?? ''}` });
    }
  }
  close();
  return result;
}

const num2 = (value: number) => String(Math.round(value * 100) / 100).replace(/^0\./, '.');

/** The motif as a pattern, by the turn and size that a panel asks for. */
export interface Patterns {
  fill(turn: number, scale: number): string;
}

/** Paints parts: first the shadows of all panels, then each panel as ground, motif and edge. */
export function paint(
  parts: readonly Part[],
  ink: Ink,
  scale: number,
  patterns: Patterns,
): { defs: string; body: string } {
  let defs = '';
  let shadow = '';
  let body = '';
  let count = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      body += part;
      continue;
    }
    // Panels have small letters; capitals are for the motifs and the frame.
    const id = String.fromCharCode(97 + count++);
    const edge = ` stroke="${part.edge ?? (part.fill ? mix(part.fill, SHADE, 0.3) : ink.deep)}"`;
    const at = part.at ? ` transform="${part.at}"` : '';
    const attributes = part.fill && part.inner ? ` fill="${part.fill}"${edge}` : '';
    const one = part.pair
      ? `<g id="${id}"${at}${attributes}><path id="${id}h" d="${part.d}"/><use href="#${id}h" transform="${FLIP}"/></g>`
      : `<path id="${id}" d="${part.d}"${at}${attributes}/>`;
    if (attributes) {
      body += one.replace(` id="${id}"`, '');
      continue;
    }
    defs += one;
    if (!part.inner) shadow += `<use href="#${id}"/>`;
    if (part.fill) body += `<use href="#${id}" fill="${part.fill}"${edge}/>`;
    else {
      const motif = patterns.fill(part.turn ?? 0, part.scale ?? scale);
      body += `<use href="#${id}" fill="${ink.ground}"/><use href="#${id}" fill="${motif}"${edge}/>`;
    }
  }
  const cast = shadow ? `<g fill="${SHADE}" opacity=".16" transform="translate(7 9)">${shadow}</g>` : '';
  return { defs, body: cast + body };
}
