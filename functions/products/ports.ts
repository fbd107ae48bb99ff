import type { ProductView } from '../../src/catalog/showing/product-view.ts';
import type { ApprovedSet } from '../../src/domain/products/approval.ts';
import type { SellerFacts, SkuFacts } from '../../src/domain/products/facts.ts';
import type { Pause, PauseKind } from '../../src/domain/products/pause.ts';
import type { RecordedFigures } from '../../src/domain/products/recorded-figures.ts';
import type { ShippingService } from '../../src/domain/products/shipping-service.ts';
import type { ClosedShops } from '../access/ports.ts';

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

/** A product with its SKUs, as the snapshot holds it. */
export interface CatalogProduct {
  slug: string;
  seller: string;
  title: string;
  category: string;
  region: string;
  edition: string;
  price: number;
  min_qty: number;
  tiers: { min_qty: number; price: number }[];
  url: string;
  image: string | null;
  skus: SkuFacts[];
}

/** An expo with the figures that its source recorded. */
export interface CatalogEdition {
  slug: string;
  name: string;
  history: RecordedFigures[];
}

/** The catalogue that this Worker was built with. Reading it while it is being loaded throws. */
export interface CatalogReader {
  version: string;
  /** `undefined` while the catalogue is being loaded. */
  health(): Promise<{ catalog: string; products: number; sellers: number } | undefined>;
  /** By the SKUs asked for and by those they have now, where some were asked for by a former one. */
  skus(skus: string[]): Promise<Map<string, SkuFacts>>;
  sellers(slugs: string[]): Promise<Map<string, SellerFacts>>;
  /** Every seller that was deployed. */
  everySeller(): Promise<SellerFacts[]>;
  /** The shops that an address belongs to, in whatever case it was written. */
  sellersByEmail(email: string): Promise<SellerFacts[]>;
  /** Everything that a seller has in the catalogue. */
  skusOf(seller: string): Promise<SkuFacts[]>;
  shippingServices(): Promise<ShippingService[]>;
  product(slug: string): Promise<CatalogProduct | undefined>;
  /** Where a product is now that was once at `<seller>/<product>`. */
  movedTo(formerSlug: string): Promise<string | undefined>;
  /** What figures are told by, also under a former address; unknown products are left out. */
  products(
    slugs: string[],
  ): Promise<Map<string, Pick<CatalogProduct, 'slug' | 'seller' | 'title' | 'category' | 'edition'>>>;
  editions(): Promise<CatalogEdition[]>;
  /** Names of Kemendagri codes; unknown ones are left out. */
  regionNames(codes: string[]): Promise<Map<string, string>>;
  /** Provinces, or what lies directly below a code, by name. */
  regionsBelow(parent?: string): Promise<{ code: string; name: string }[]>;
}

/** What stops a shop, a product or a SKU from being sold. */
export interface PauseStore extends ClosedShops {
  /** Those among the scopes that are in force. */
  among(scopes: string[], now: Date): Promise<Pause[]>;
  ofSellers(sellers: string[], now: Date): Promise<Pause[]>;
  /** The scopes of everything that the operator has suspended. */
  suspended(now: Date): Promise<Set<string>>;
  /** Sets one in the place of that of the same scope and kind, with its line in the audit trail. */
  set(pause: Pause, by: string, at: Date): Promise<void>;
  lift(scope: string, kind: PauseKind, by: string, at: Date): Promise<void>;
}
