import { productWords } from '../../i18n/products/product.ts';
import type { Product } from './join.ts';
import { type PictureEntry, type PictureManifest, preparedPictures } from './pictures.ts';
import type { PictureView } from './views.ts';

/** @throws Error in a build whose pictures have not been prepared; `astro dev` goes on without pictures */
function entriesOf(product: Product, manifest: PictureManifest): PictureManifest[string] | undefined {
  const found = manifest[product.id];
  if (!found && import.meta.env?.PROD) throw new Error(`no pictures were prepared for ${product.id}`);
  return found;
}

/** A product's pictures in their order, those that only a variant names last. */
export function picturesOf(product: Product, pictures: PictureManifest = preparedPictures()): PictureView[] {
  const words = productWords.id;
  return (entriesOf(product, pictures)?.photos ?? []).map((entry, index) => {
    const alone = entry.kind === 'svg' ? words.drawingAlt(product.title) : words.photoAlt(product.title);
    return viewOf(entry, index === 0 ? alone : words.photoNumber(product.title, index + 1));
  });
}

/** Where a variant's own photo lies in a product's pictures; `undefined` where it has none. */
export function pictureOfOption(
  product: Product,
  photo: string | undefined,
  pictures: PictureManifest = preparedPictures(),
): PictureView | undefined {
  const entry =
    photo === undefined ? undefined : entriesOf(product, pictures)?.photos.find(({ file }) => file === photo);
  return entry && viewOf(entry, '');
}

/** Address of the JPEG that a shared link to a product shows. */
export function ogImage(product: Product, pictures: PictureManifest = preparedPictures()): string {
  return entriesOf(product, pictures)?.og ?? '/mal-ukm.jpg';
}

function viewOf({ sources, width, height, tone }: PictureEntry, alt: string): PictureView {
  const widest = sources.at(-1);
  if (!widest) throw new Error('a picture without a file: the manifest is broken');
  return {
    src: (sources[0] ?? widest).url,
    srcset:
      sources.length > 1 ? sources.map((source) => `${source.url} ${source.width}w`).join(', ') : undefined,
    large: sources.length > 1 ? widest.url : undefined,
    width,
    height,
    alt,
    tone: `tone-${tone}`,
  };
}
