import type { Content } from './content-folder.ts';
import type { Region } from './regions.ts';

/** The parts of the content as pages take them in: lists of entries, as Astro's collections hold them. */
const PARTS = {
  sellers: ({ sellers }: Content) => [...sellers].map(([id, data]) => ({ id, data })),
  products: ({ products }: Content) =>
    [...products].map(([id, { body, file: _file, seller: _seller, slug: _slug, ...data }]) => ({
      id,
      data,
      body,
    })),
  // The list's order is the mall's, and Astro sorts by id.
  categories: ({ categories }: Content) =>
    categories.map((data, index) => ({ id: String(index).padStart(3, '0'), data })),
  editions: ({ editions }: Content) => [...editions].map(([id, data]) => ({ id, data })),
  shipping: ({ shipping }: Content) => [...shipping].map(([id, data]) => ({ id, data })),
  pages: ({ pages }: Content) => [...pages].map(([id, { body, ...data }]) => ({ id, data, body })),
  /** Not of the folder itself: the names of the kabupaten and kota that its sellers come from. */
  places: ({ sellers }: Content, regions: ReadonlyMap<string, Region>) => {
    const codes = [...new Set([...sellers.values()].map(({ regency }) => regency))];
    return codes.map((id) => ({ id, data: { name: regions.get(id)?.name ?? id } }));
  },
};

export type Part = keyof typeof PARTS;

export type ContentParts = { [P in Part]: ReturnType<(typeof PARTS)[P]> };

/** One part of the content. */
export function contentPart<P extends Part>(
  part: P,
  content: Content,
  regions: ReadonlyMap<string, Region>,
): ContentParts[P] {
  return PARTS[part](content, regions) as ContentParts[P];
}

/** All of them: what `npm run build` hands over to its pages. */
export function contentParts(content: Content, regions: ReadonlyMap<string, Region>): ContentParts {
  const parts = Object.keys(PARTS) as Part[];
  return Object.fromEntries(
    parts.map((part) => [part, contentPart(part, content, regions)]),
  ) as unknown as ContentParts;
}
