import { lining, sleeveOf } from './choices.ts';
import { CRAFTS } from './crafts.ts';
import { type Describer, tellerOf } from './describe.ts';
import { type Design, dealsFor, designOf } from './design.ts';
import { englishOf } from './goods-english.ts';
import { type Random, seeded } from './illustration/random.ts';
import { drawDetail, drawProduct } from './illustration.ts';
import { extrasOf, packedSize } from './offers.ts';
import type { SampleSeller } from './sellers.ts';
import { slugOf } from './slug.ts';
import { shelfOf, stockOn } from './stock.ts';
import type { Titles } from './titles.ts';

/** One variant as front matter has it. */
export interface SampleVariant {
  id: string;
  name: string;
  price?: number;
  stock?: number;
  photo?: string;
}

/** Front matter as it is written, without what the schema fills in. */
export interface FrontMatter {
  title: string;
  price: number;
  stock?: number;
  made_to_order_days?: number;
  min_qty?: number;
  variants?: SampleVariant[];
  [field: string]: unknown;
}

export interface SampleProduct {
  slug: string;
  front: FrontMatter;
  body: string;
  /** File name → SVG. */
  pictures: Record<string, string>;
}

/** What is shared by the whole mall while it is made. */
export interface Mall {
  titles: Titles;
  describer: Describer;
}

/** A seller's products, `count` of them; the first by slug can always be bought. */
export function sampleProducts(seller: SampleSeller, count: number, mall: Mall): SampleProduct[] {
  const deals = dealsFor(seller);
  const slugs = new Set<string>();
  const products = Array.from({ length: count }, (_, index) => {
    const random = seeded(`product ${seller.slug} ${index}`);
    return sampleProduct(seller, designOf(seller, deals, random), slugs, mall, random);
  });
  for (const product of firstOf(products)) makeBuyable(product, seeded(`first ${seller.slug}`));
  return products;
}

/** What stands first by slug, by file name or as a dictionary sorts: seldom more than one. */
function firstOf(products: SampleProduct[]): Set<SampleProduct> {
  const by = (before: (a: string, b: string) => boolean) =>
    products.reduce((first, product) => (before(product.slug, first.slug) ? product : first));
  return new Set([
    by((a, b) => a < b),
    by((a, b) => `${a}.md` < `${b}.md`),
    by((a, b) => a.localeCompare(b, 'id') < 0),
  ]);
}

function makeBuyable({ front }: SampleProduct, random: Random): void {
  delete front.min_qty;
  if (front.made_to_order_days !== undefined) return;
  const plenty = () => Math.floor(random.between(20, 61));
  if (front.stock !== undefined && front.stock < 20) front.stock = plenty();
  for (const variant of front.variants ?? [])
    if (variant.stock !== undefined && variant.stock < 20) variant.stock = plenty();
}

/** Counts, draws and describes one product. */
function sampleProduct(
  seller: SampleSeller,
  design: Design,
  slugs: Set<string>,
  mall: Mall,
  random: Random,
): SampleProduct {
  const { kindName, kind, technique, motif, material, price, palettes } = design;
  const title = mall.titles.free(design.titles);
  const slug = freeSlug(title, slugs);
  const dear = technique === 'tulis' && price > 700_000;
  const shelf = shelfOf(random, technique === 'tulis' || dear);
  const orderDays = orderDaysOf(design, random);
  const variants = design.choices.map(({ id, name, extra }, index) => ({
    id,
    name,
    ...(extra && { price: price + extra }),
    ...(!orderDays && { stock: stockOn(shelf, random) }),
    ...(palettes && { photo: index ? `${slug}-warna-${id}.svg` : `${slug}.svg` }),
  }));
  const weight = Math.round(random.between(...kind.weight) / 10) * 10 || 20;
  const colors = palettes ? [...new Set(palettes.map((palette) => palette[0]!))] : [...design.colors];
  const pictures = picturesOf(design, slug, `${seller.slug}/${slug}`, !palettes && random.chance(0.12));
  const body = mall.describer.describe(
    {
      ...design,
      seller,
      colors,
      orderDays,
      choices: variants.length > 1,
      colorful: !!palettes || kind.unit === 'kodi',
    },
    random,
  );
  const front: FrontMatter = {
    title,
    price,
    category: kind.category,
    weight,
    ...packedSize(kind, kindName),
    ...(kind.unit && { unit: kind.unit }),
    photos: Object.keys(pictures).filter((name) => !name.includes('-warna-')),
    edition: random.chance(0.6) ? 'uvo-1' : 'uvo-2',
    ...(orderDays
      ? { made_to_order_days: orderDays }
      : !variants.length && { stock: kind.unit === 'meter' ? metres(random) : stockOn(shelf, random) }),
    ...extrasOf({ kindName, price, technique, motif, variants, seller }, random),
    ...(variants.length && { variants }),
    materials: [material, ...lining(kindName, technique, random)],
    technique,
    ...(motif !== 'kulit polos' && { motif }),
    colors,
    ...(design.chart && { size_chart: design.chart }),
    ...(random.chance(0.85) && {
      care: random.pick(CRAFTS[tellerOf(seller.locality.craft, technique, kindName)]!.care),
    }),
    ...(seller.exports &&
      random.chance(0.85) && {
        export_ready: true,
        ...englishOf({ ...design, colors, orderDays, en: kind.en, place: seller.locality.place, weight }),
      }),
    sample: true,
  };
  return { slug, front, body, pictures };
}

const metres = (random: Random) => Math.floor(random.between(12, 61));

/** Days of work for what is made when it is ordered. */
function orderDaysOf({ kind, kindName, technique }: Design, random: Random): number | undefined {
  if (/^(meter|kodi)$/.test(kind.unit ?? '') || /^(masker|gelang|bros|anting)$/.test(kindName))
    return undefined;
  const likely = kindName === 'seragam' ? 0.6 : technique === 'tulis' ? 0.14 : 0.07;
  if (!random.chance(likely)) return undefined;
  return random.pick(technique === 'tulis' ? [21, 30, 45, 60] : [5, 7, 10, 14, 21]);
}

/** The picture of the product, of each other colour of it, and perhaps one from near. */
function picturesOf(
  { kindName: kind, motif, technique, colors, name, palettes, choices }: Design,
  slug: string,
  seed: string,
  near: boolean,
): Record<string, string> {
  const attributes = { kind, motif, technique, colors: [...colors], seed, details: sleeveOf(kind, name) };
  const pictures = { [`${slug}.svg`]: drawProduct(attributes) };
  if (near) pictures[`${slug}-dekat.svg`] = drawDetail(attributes);
  for (const [index, palette] of (palettes ?? []).entries())
    if (index)
      pictures[`${slug}-warna-${choices[index]!.id}.svg`] = drawProduct({ ...attributes, colors: palette });
  return pictures;
}

function freeSlug(title: string, taken: Set<string>): string {
  const base = slugOf(title);
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
