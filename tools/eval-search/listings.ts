import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Content } from '../../src/catalog/reading/content-folder.ts';
import { readWordLists } from '../../src/catalog/reading/content-words.ts';

export const LISTINGS_FILE = 'tests/data/listings.csv';

/** A catalogue to be searched: its content, and the names of its places. */
export interface SearchableCatalogue {
  name: string;
  content: Content;
  regionName: (code: string) => string | undefined;
}

interface Listing {
  title: string;
  price: string;
  category: string;
  location: string;
}

/**
 * The real listings of `tests/data` as a catalogue: a seller for each place, the listing's own category.
 */
export async function listingsCatalogue(): Promise<SearchableCatalogue> {
  const listings: Listing[] = parse(readFileSync(LISTINGS_FILE, 'utf8'), { columns: true });
  const names = new Map(listings.map(({ location }) => [slugOf(location), location]));
  const categories = [...new Set(listings.map(({ category }) => category))];
  const products = listings.map(({ title, price, category, location }, index) => {
    const seller = slugOf(location);
    const slug = `listing-${index + 1}`;
    return [
      `${seller}/${slug}`,
      plainProduct({ seller, slug, title, price: Number(price), category: slugOf(category) }),
    ] as const;
  });
  return {
    name: 'listings',
    regionName: (code) => names.get(code),
    content: {
      words: await readWordLists('content', []),
      products: new Map(products),
      sellers: new Map([...names].map(([slug, name]) => [slug, { name: `Toko ${name}`, regency: slug }])),
      categories: categories.map((name) => ({ slug: slugOf(name), name, name_en: name, synonyms: [] })),
      editions: new Map([['listing', { short_name: 'Listing', opens_at: '2020-10-01T00:00:00+07:00' }]]),
    } as unknown as Content,
  };
}

interface PlainProduct {
  seller: string;
  slug: string;
  title: string;
  price: number;
  category: string;
  edition?: string;
}

/** A product with no more than a title, a price and a category. */
export function plainProduct({ edition = 'listing', ...product }: PlainProduct) {
  return {
    ...product,
    edition,
    body: '',
    stock: 1,
    weight: 300,
    materials: [],
    colors: [],
    variants: [],
    labels: [],
    photos: [],
    export_ready: false,
  };
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
