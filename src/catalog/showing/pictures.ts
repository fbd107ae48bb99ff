import { existsSync, readFileSync } from 'node:fs';
import { assertOpen } from '../reading/build-input.ts';

/** One file to choose from; `width` in pixels. */
export interface PictureSource {
  url: string;
  width: number;
}

/** A photo or drawing as it is on the web. */
export interface PictureEntry {
  /** The file's name beside the product. */
  file: string;
  kind: 'photo' | 'svg';
  /** Intrinsic size in pixels, after turning it upright. */
  width: number;
  height: number;
  /** Number of the colour that holds its place, a class of styles/tones.css. */
  tone: number;
  /** Narrowest first. */
  sources: PictureSource[];
  /** Names its files in the cache of prepared pictures. */
  key: string;
}

/** The pictures of one product: its photos in their order, then photos that only a variant names. */
export interface ProductPictures {
  photos: PictureEntry[];
  /** Address of the JPEG that a shared link shows. */
  og: string;
}

/** All pictures of the mall, by `<seller>/<product>`; made by tools/build-mall/pictures.ts. */
export type PictureManifest = Record<string, ProductPictures>;

/** Where the manifest lies, unless MALL_PICTURES says otherwise. */
export const MANIFEST_FILE = '.cache/pictures-manifest.json';

/** The manifest of the last preparation; empty where nothing has been prepared yet, as in `astro dev`. */
export function readPictureManifest(file = process.env.MALL_PICTURES ?? MANIFEST_FILE): PictureManifest {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PictureManifest) : {};
}

let prepared: PictureManifest | undefined;

/** The pictures of this build, read once. */
export function preparedPictures(): PictureManifest {
  assertOpen();
  prepared ??= readPictureManifest();
  return prepared;
}
