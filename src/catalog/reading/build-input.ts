import { readFileSync } from 'node:fs';
import type { ContentParts } from './content-parts.ts';

/**
 * The content that `npm run build` has read and checked: it lies in the file that MALL_PREPARED names. Reading it
 * when pages are rendered, rather than bundling it with them, lets the bundle be kept while only content changes.
 * @throws Error outside `npm run build`
 */
export function handedOver(): ContentParts {
  const file = process.env.MALL_PREPARED;
  if (!file) throw new Error('MALL_PREPARED is not set: pages are built by `npm run build`');
  return JSON.parse(readFileSync(file, 'utf8')) as ContentParts;
}

let closed = false;

/** From here on only pages are drawn that show their props alone (cached-pages.ts): what reads more fails the build. */
export function closeCatalogue(): void {
  closed = true;
}

/** @throws Error once the catalogue is closed */
export function assertOpen(): void {
  if (closed) throw new Error('a page of cachedPages() shows its props alone: it may not read the catalogue');
}
