import type { ShippingService } from '../../domain/products/shipping-service.ts';
import type { PageContent } from '../../schemas/page.ts';
import { assertOpen, handedOver } from '../reading/build-input.ts';
import type { ContentParts, Part } from '../reading/content-parts.ts';
import { type Catalogue, joinCatalogue } from './join.ts';

// The only reader of astro:content. Each collection is asked for once in a build, not once for each page.

/** Runs a reading once and keeps its answer for the rest of the build. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    assertOpen();
    answer ??= read();
    return answer;
  };
}

const prepared = once(async () => handedOver());

/** A build's pages show what it has read and checked; in `astro dev` Astro's collections follow the files. */
async function entries<P extends Part>(part: P): Promise<ContentParts[P]> {
  if (import.meta.env.PROD) return (await prepared())[part];
  const { getCollection } = await import('astro:content');
  return (await getCollection(part)) as unknown as ContentParts[P];
}

/** The whole catalogue, joined. */
export const catalogue: () => Promise<Catalogue> = once(async () => {
  const names = new Map((await entries('places')).map(({ id, data }) => [id, data.name]));
  return joinCatalogue({
    sellers: await entries('sellers'),
    products: await entries('products'),
    categories: (await entries('categories')).map(({ data }) => data),
    editions: await entries('editions'),
    placeName: (code) => names.get(code) ?? code,
  });
});

/** The services that carry parcels, in the order in which buyers see them. */
export const shippingServices: () => Promise<ShippingService[]> = once(async () =>
  (await entries('shipping'))
    .map(({ id, data }) => ({ id, ...data }))
    .sort((a, b) => a.position - b.position),
);

const textPages = once(() => entries('pages'));

/**
 * A page of running text.
 * @throws Error when `content/pages/` has no such page
 */
export async function textPage(id: string): Promise<PageContent & { body: string }> {
  const page = (await textPages()).find((entry) => entry.id === id);
  if (!page) throw new Error(`content/pages/${id}.md is missing`);
  return { ...page.data, body: page.body };
}
