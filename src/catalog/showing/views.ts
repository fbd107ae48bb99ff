import type { Rupiah } from '../../domain/money.ts';

// Plain data that components draw. The catalogue makes it for static pages, search and cart for theirs.

/** A picture at its place on the web. */
export interface PictureView {
  src: string;
  /** Widths to choose from, `… 400w, … 800w`; absent for drawings. */
  srcset?: string;
  /** Intrinsic size in pixels: it keeps the place before the picture arrives. */
  width: number;
  height: number;
  alt: string;
  /** The largest file, where there is a larger one. */
  large?: string;
  /** Class of the colour that holds the place, see styles/tones.css. */
  tone?: string;
}

/** A product as a card in a grid. */
export interface CardView {
  href: string;
  title: string;
  /** The lowest price of one unit, in rupiah. */
  price: Rupiah;
  /** Says "mulai" before the price: its variants cost differently. */
  from?: boolean;
  /** Follows the price where it is not a piece: `/meter`. */
  per?: string;
  seller: string;
  place?: string;
  picture?: PictureView;
  badge?: { text: string; tone?: Tone };
}

/** A seller as a row of a list. */
export interface SellerRow {
  href: string;
  name: string;
  place: string;
  /** The first of what it is known for. */
  knownFor?: string;
  /** How many products it has. */
  products: number;
  /** Of its first product. */
  picture?: PictureView;
}

export type Tone = 'good' | 'warn' | 'bad';

/** A step of the way to this page; the last one has no address. */
export interface Crumb {
  text: string;
  href?: string;
}
