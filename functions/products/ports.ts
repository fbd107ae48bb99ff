import type { ProductView } from '../../src/catalog/showing/product-view.ts';

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
