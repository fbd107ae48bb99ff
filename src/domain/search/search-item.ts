import type { Rupiah } from '../money.ts';

// What searching needs of the outside: the index of the catalogue, and a counter of what people look for.
/** A product as a list of results shows it. */
export interface SearchItem {
  sku: string;
  title: string;
  title_en?: string;
  seller: string;
  seller_name: string;
  /** Rupiah a piece. */
  price: Rupiah;
  image: string | null;
  /** Width and height of the picture in pixels, and the number of the colour that holds its place. */
  picture?: [width: number, height: number, tone: number];
  /** Name of the seller's kabupaten or kota. */
  place?: string;
  /** The lowest price in rupiah where variants cost differently. */
  from?: Rupiah;
  /** Unit that is sold where it is not a piece. */
  unit?: string;
  url: string;
  available: boolean;
  /** Days for what is made to order. */
  made_to_order_days?: number;
}
