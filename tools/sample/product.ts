import type { Technique } from '../../src/domain/product.ts';
import { lining, otherColors, sizesFor, sleeveOf } from './choices.ts';
import type { Craft } from './craft.ts';
import { CRAFTS } from './crafts.ts';
import { capital, type Describer, listed, tellerOf } from './describe.ts';
import { englishOf } from './english.ts';
import { type Random, seeded } from './illustration/random.ts';
import { drawDetail, drawProduct } from './illustration.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';
import { extrasOf, packedSize } from './offers.ts';
import { priceOf } from './prices.ts';
import type { SampleSeller } from './sellers.ts';
import type { Choice } from './sizes.ts';
import { slugOf } from './slug.ts';
import { shelfOf, stockOn } from './stock.ts';
import { namingOf, type Titles, titleCase } from './titles.ts';
import { Varied } from './varied.ts';

/** One variant as front matter has it. */
export interface SampleVariant {
  id: string;
  name: string;
  price?: number;
  stock?: number;
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
  const craft = CRAFTS[seller.locality.craft]!;
  const source = (name: string) => seeded(`${seller.slug} ${name}`);
  const deals = {
    kinds: new Varied(craft.kinds, source('kinds')),
    motifs: new Varied(seller.locality.motifs ?? craft.motifs, source('motifs')),
    palettes: new Varied(
      craft.palettes.map((colors) => colors.join('|')),
      source('palettes'),
    ),
  };
  const slugs = new Set<string>();
  const products = Array.from({ length: count }, (_, index) =>
    sampleProduct(seller, craft, deals, slugs, mall, seeded(`product ${seller.slug} ${index}`)),
  );
  for (const product of firstOf(products)) makeBuyable(product, source('first'));
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

interface Deals {
  kinds: Varied;
  motifs: Varied;
  palettes: Varied;
}

/** A motif that the technique can make: no woven stripe in wax, no printed plain cloth. */
function motifFor(technique: Technique, dealt: string, random: Random): string {
  if (technique === 'lurik' && !/^(lurik|kotak|polos)/.test(dealt)) return random.pick(CRAFTS.lurik!.motifs);
  if (technique === 'sulam' && /^bordir/.test(dealt)) return random.pick(CRAFTS.sulam!.motifs);
  if (technique === 'printing' && /^(polos|kotak)/.test(dealt))
    return random.pick(CRAFTS['batik-printing']!.motifs);
  if (technique === 'konveksi' && !/^(polos|kotak)/.test(dealt)) return 'polos';
  return dealt;
}

/** A material of the craft of which this kind can be made. */
function materialFor(craftName: string, craft: Craft, kindName: string, random: Random): string {
  if (craftName === 'logam') {
    if (/^(clutch|tas)/.test(kindName)) return 'tembaga dan kain';
    if (kindName === 'ikat-pinggang') return 'kulit dan kuningan';
  }
  if (craftName === 'batok' && /^(clutch|tas|dompet|topi|sandal)/.test(kindName))
    return 'batok kelapa dan katun';
  if (craftName === 'kulit' && /^(ikat|sepatu|sandal)/.test(kindName))
    return random.pick(craft.materials.slice(0, 2));
  if (craftName === 'konveksi') {
    if (kindName === 'kaos') return 'katun combed';
    if (/^(kerudung|pashmina|mukena|gamis|dress)$/.test(kindName))
      return random.pick(['rayon', 'katun toyobo', 'crinkle']);
    if (/^(celana|jaket|rompi)$/.test(kindName)) return random.pick(['katun twill', 'denim tipis', 'linen']);
    if (/^(anak|bayi|piyama|masker)/.test(kindName)) return random.pick(['katun combed', 'katun toyobo']);
  }
  if (/^(anak|bayi|masker|dompet|clutch|tas|taplak|daster|seragam)/.test(kindName)) {
    const plain = craft.materials.filter((material) => !/sutra|organdi|voal/.test(material));
    if (plain.length) return random.pick(plain);
  }
  return random.pick(craft.materials);
}

function sampleProduct(
  seller: SampleSeller,
  craft: Craft,
  deals: Deals,
  slugs: Set<string>,
  mall: Mall,
  random: Random,
): SampleProduct {
  const craftName = seller.locality.craft;
  const kindName = deals.kinds.next();
  const technique = random.pick(craft.techniques);
  const motif = motifFor(technique, deals.motifs.next(), random);
  const colors = deals.palettes.next().split('|');
  const material = materialFor(craftName, craft, kindName, random);
  const byMetre = kindName === 'kain' && /^(tenun|lurik|printing)/.test(technique) && random.chance(0.45);
  const whole = KINDS[kindName]!;
  const kind: Kind = byMetre
    ? { ...whole, unit: 'meter', details: METRE_DETAILS, weight: [150, 210], cloth: 1, sewing: [2000, 8000] }
    : whole;
  const name = byMetre ? 'Kain Meteran' : nameOf(kindName, kind, craftName, random);
  const price = priceOf(kind, technique, material, random);
  const naming = namingOf(name, technique, motif, material, craftName);
  const title = mall.titles.free(titleCandidates(naming.base, seller, colors, material, random));
  const slug = freeSlug(title, slugs);

  const dear = technique === 'tulis' && price > 700_000;
  const { choices, chart } = sizesFor(kind, name, price, random, dear && random.chance(0.6));
  const orderable = !byMetre && !/^(kain-|masker|gelang|bros|anting)/.test(kindName);
  const orderDays =
    orderable && random.chance(kindName === 'seragam' ? 0.6 : technique === 'tulis' ? 0.14 : 0.07)
      ? random.pick(technique === 'tulis' ? [21, 30, 45, 60] : [5, 7, 10, 14, 21])
      : undefined;
  const shelf = shelfOf(random, dear);
  const others = choices.length || dear ? [] : otherColors(deals, colors, kind, random);
  const all: Choice[] = others.length
    ? [colors, ...others].map((choice) => ({
        id: slugOf(choice[0]!),
        name: capital(listed(choice.slice(0, 2))),
      }))
    : choices;
  const variants = all.map(({ id, name: label, extra }) => ({
    id,
    name: label,
    ...(extra && { price: price + extra }),
    ...(!orderDays && { stock: stockOn(shelf, random) }),
  }));
  const weight = Math.round(random.between(...kind.weight) / 10) * 10 || 20;
  const detail = random.chance(0.1);
  const attributes = {
    kind: kindName,
    motif,
    technique,
    colors,
    seed: `${seller.slug}/${slug}`,
    details: sleeveOf(kindName, name),
  };
  const about = { technique, motif, material, colors, orderDays };
  const body = mall.describer.describe(
    { ...about, seller, kindName, kind, ...naming, name, choices: all.length > 1 },
    random,
  );
  const front: FrontMatter = {
    title,
    price,
    category: kind.category,
    weight,
    ...packedSize(kind, kindName),
    ...(kind.unit && { unit: kind.unit }),
    photos: [`${slug}.svg`, ...(detail ? [`${slug}-dekat.svg`] : [])],
    edition: random.chance(0.6) ? 'uvo-1' : 'uvo-2',
    ...(orderDays
      ? { made_to_order_days: orderDays }
      : !variants.length && { stock: byMetre ? Math.floor(random.between(12, 61)) : stockOn(shelf, random) }),
    ...extrasOf({ kindName, price, technique, motif, variants, seller }, random),
    ...(variants.length && { variants }),
    materials: [material, ...lining(kindName, technique, random)],
    technique,
    ...(motif !== 'kulit polos' && { motif }),
    colors,
    ...(chart && { size_chart: chart }),
    ...(random.chance(0.85) && {
      care: random.pick(CRAFTS[tellerOf(craftName, technique, kindName)]!.care),
    }),
    ...(random.chance(seller.exports ? 0.85 : 0.035) && {
      export_ready: true,
      ...englishOf({ ...about, en: kind.en, place: seller.locality.place, weight }),
    }),
    sample: true,
  };
  const pictures = {
    [`${slug}.svg`]: drawProduct(attributes),
    ...(detail && { [`${slug}-dekat.svg`]: drawDetail(attributes) }),
  };
  return { slug, front, body, pictures };
}

const METRE_DETAILS = [
  'Lebar kainnya 105 cm; pesanan beberapa meter dikirim tanpa terpotong.',
  'Dijual per meter, lebar 110 cm; untuk satu kemeja siapkan dua meter.',
  'Harga untuk satu meter; kain diukur dalam keadaan lemas.',
];

/** How the title calls it; some names suit only some crafts. */
function nameOf(kindName: string, kind: Kind, craft: string, random: Random): string {
  if (kindName === 'sepatu' && craft !== 'kulit') return 'Sepatu Slip-On';
  const names = kind.names.filter((name) => !(name === 'Kain Bahan' && craft === 'batik-halus'));
  return random.pick(names);
}

function titleCandidates(
  base: string,
  seller: SampleSeller,
  colors: string[],
  material: string,
  random: Random,
): string[] {
  const { locality, region } = seller;
  const brand = locality.brand ?? (/konveksi|printing/.test(locality.craft) ? '' : region.name);
  const has = (word: string) => base.toLowerCase().includes(word.toLowerCase());
  const place = brand && !has(brand) ? ` ${brand}` : '';
  const color = has(colors[0]!) ? '' : ` ${titleCase(colors[0]!)}`;
  const both = ` ${titleCase(colors.slice(0, 2).join(' '))}`;
  const stuff = has(material) || has(material.split(' ')[0]!) ? '' : ` ${titleCase(material)}`;
  const first = random.pick([color, color, place, place + color, stuff + color, both]);
  const rest = [color, place + color, both, place + both, stuff + color, stuff + both, place + stuff + both];
  return [first, ...rest, `${place + stuff + both} ${locality.place}`].map((end) => base + end);
}

function freeSlug(title: string, taken: Set<string>): string {
  const base = slugOf(title);
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}
