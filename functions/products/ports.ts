import type { ProductView } from '../../src/catalog/showing/product-view.ts';
import type { SellerFacts } from '../../src/domain/ordering/quote-order.ts';
import type { ApprovedSet } from '../../src/domain/products/approval.ts';

/** What the pages show that are not built ahead, from the catalogue that this Worker was built with. */
export interface ProductPages {
  /** `undefined` for a product that has a static page, and for one that the mall does not have. */
  page(slug: string): Promise<ProductView | undefined>;
}

/** A page as it was rendered; `etag` is quoted and tells its bytes. */
export interface KeptPage {
  html: string | ReadableStream<Uint8Array>;
  etag: string;
}

/** Rendered pages that are kept near those who ask. Losing one costs its rendering again, nothing else. */
export interface PageCache {
  find(path: string): Promise<KeptPage | undefined>;
  keep(path: string, page: KeptPage & { html: string }): Promise<void>;
}

/** Photos that do not lie among the static files. */
export interface PhotoStore {
  /**
   * @param name `<seller>/<file>`, as after `/foto/`
   * @param asked the request's headers: `If-None-Match` and `Range` are honoured
   * @returns 200, 206, 304 or 416; `undefined` where there is no such photo
   */
  photo(name: string, asked: Headers): Promise<Response | undefined>;
}

/** Where a seller's money goes and who the seller is, once the operator has said yes. */
export type SellerSet = ApprovedSet<SellerFacts['payments']>;

/** What is approved, whatever the deployed content says. */
export interface ApprovedSets {
  /** The approved sets of these sellers; a shop that waits for the operator is left out. */
  of(sellers: string[]): Promise<Map<string, SellerSet>>;
  all(): Promise<Map<string, SellerSet>>;
  /** The sellers whose approved address this is. */
  sellersOf(email: string): Promise<string[]>;
  /** False in a mall where nothing has been approved yet. */
  begun(): Promise<boolean>;
  /** Approves everything as it stands, unless something has been approved before. */
  begin(sellers: ReadonlyMap<string, SellerSet>, at: Date): Promise<void>;
}
