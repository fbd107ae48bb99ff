import type { PhotoBucket } from '../serve/photo-bucket.ts';

/** The two databases that hold the catalogue in turn. */
export type CatalogBinding = 'CATALOG_A' | 'CATALOG_B';
export const CATALOG_BINDINGS: readonly CatalogBinding[] = ['CATALOG_A', 'CATALOG_B'];

/** What was built and is to be deployed. */
export interface Build {
  /** Holds `client/`, `server/`, `catalog.sql` and, where pages are rendered on demand, `photos/`. */
  dist: string;
  /** The version of its catalogue. */
  catalog: string;
}

/** A version of the Worker that was uploaded. */
export interface Uploaded {
  id: string;
  /** Where it can be tried before anybody else gets it. */
  preview: string;
  /** What its smoke test says to be let in under that address; absent where every address is let in. */
  smokeToken?: string;
}

/**
 * A place where the mall runs: Cloudflare, or this machine. Both go through the same steps. A method that can't
 * do its work throws a ToolError; what it had begun harms nothing that serves.
 */
export interface Target {
  /** Where the mall is open to everybody. */
  origin: string;
  /** Id of the version that serves; undefined before the first one. */
  live(): Promise<string | undefined>;
  /** The catalogue that a version was uploaded with; undefined where its upload did not note it. */
  catalogOf(id: string): Promise<string | undefined>;
  /** A point in time to which MALL_DB could be brought back. */
  bookmark(): Promise<string>;
  /** Applies the migrations that are missing, and gives their names. */
  migrate(): Promise<string[]>;
  /** The catalogue that a database holds; undefined when it holds none that is whole. */
  heldCatalog(binding: CatalogBinding): Promise<string | undefined>;
  loadCatalog(binding: CatalogBinding, build: Build): Promise<void>;
  /** Photos of products whose pages are not built ahead. */
  photos: PhotoBucket;
  upload(build: Build): Promise<Uploaded>;
  switchTo(id: string): Promise<void>;
}
