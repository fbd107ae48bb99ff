import type { Technique } from '../../src/domain/products/product.ts';
import { otherColors, sizesFor } from './choices.ts';
import type { Craft } from './craft.ts';
import { CRAFTS } from './crafts.ts';
import { capital, listed } from './describe.ts';
import { type Random, seeded } from './illustration/random.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';
import { materialFor, motifFor, techniqueFor } from './materials.ts';
import { priceOf, roundPrice } from './prices.ts';
import type { SampleSeller } from './sellers.ts';
import type { Choice, SizeChart } from './size-charts.ts';
import { slugOf } from './slug.ts';
import { type Naming, namingOf, titleCandidates } from './titles.ts';
import { Varied } from './varied.ts';

/** What a product is, before anybody counted or described it. */
export interface Design extends Naming {
  kindName: string;
  kind: Kind;
  technique: Technique;
  motif: string;
  material: string;
  colors: readonly string[];
  /** How its title calls the kind: "Daster Lengan Panjang". */
  name: string;
  /** Rupiah for one unit. */
  price: number;
  /** Titles that it might have, the best first. */
  titles: string[];
  choices: Choice[];
  chart?: SizeChart;
  /** Colours of each choice, where choices are colours. */
  palettes?: string[][];
}

/** Deals kinds, motifs and colours to one seller's products, each before any comes again. */
export interface Deals {
  craft: Craft;
  kinds: Varied;
  motifs: Varied;
  palettes: Varied;
}

export function dealsFor(seller: SampleSeller): Deals {
  const craft = CRAFTS[seller.locality.craft]!;
  const source = (name: string) => seeded(`${seller.slug} ${name}`);
  return {
    craft,
    kinds: new Varied(craft.kinds, source('kinds')),
    motifs: new Varied(seller.locality.motifs ?? craft.motifs, source('motifs')),
    palettes: new Varied(
      craft.palettes.map((colors) => colors.join('|')),
      source('palettes'),
    ),
  };
}

export function designOf(seller: SampleSeller, deals: Deals, random: Random): Design {
  const { craft } = deals;
  const craftName = seller.locality.craft;
  const kindName = deals.kinds.next();
  const technique = techniqueFor(random.pick(craft.techniques), kindName);
  const motif = motifFor(technique, deals.motifs.next(), random);
  const colors = deals.palettes.next().split('|');
  const material = materialFor(craftName, craft, kindName, random);
  const kind = soldAs(kindName, technique, random);
  const name = kind.names.length === 1 ? kind.names[0]! : nameOf(kindName, kind, craftName, random);
  const pieces = kind.unit === 'kodi' ? 20 : 1;
  const single = priceOf(kind, technique, material, random);
  const price = pieces === 1 ? single : roundPrice(single * pieces * 0.8);
  const naming = namingOf(name, technique, motif, material, craftName);
  const dear = technique === 'tulis' && price > 700_000;
  const { choices, chart } = sizesFor(kind, name, price, random, dear && random.chance(0.6));
  const others = choices.length || dear || pieces > 1 ? [] : otherColors(deals, colors, kind, random);
  const palettes = others.length ? [colors, ...others] : undefined;
  return {
    ...naming,
    kindName,
    kind,
    technique,
    motif,
    material,
    colors,
    name,
    price,
    titles: titleCandidates(naming.base, seller, palettes || pieces > 1 ? [] : colors, material, random),
    choices: palettes?.map(colorChoice) ?? choices,
    ...(chart && { chart }),
    ...(palettes && { palettes }),
  };
}

const colorChoice = (palette: readonly string[]): Choice => ({
  id: slugOf(palette[0]!),
  name: capital(listed(palette.slice(0, 2))),
});

/** The kind as it is sold: some woven and printed cloth by the metre, some plain goods by the score. */
function soldAs(kindName: string, technique: Technique, random: Random): Kind {
  const kind = KINDS[kindName]!;
  if (kindName === 'kain' && /^(tenun|lurik|printing)/.test(technique) && random.chance(0.6))
    return {
      ...kind,
      names: ['Kain Meteran'],
      unit: 'meter',
      weight: [150, 210],
      cloth: 1,
      sewing: [2000, 8000],
      uses: ['kemeja dan blus', 'rok dan outer', 'seragam keluarga', 'taplak dan gorden'],
      details: [
        'Lebar kainnya 105 cm; pesanan beberapa meter dikirim tanpa terpotong.',
        'Dijual per meter, lebar 110 cm; untuk satu kemeja siapkan dua meter.',
        'Harga untuk satu meter; kain diukur dalam keadaan lemas.',
      ],
    };
  if (
    /^(daster|masker|kerudung)$/.test(kindName) &&
    /^(printing|konveksi)$/.test(technique) &&
    random.chance(0.14)
  )
    return {
      ...kind,
      names: [`Grosir ${kind.names[0]}`],
      unit: 'kodi',
      sizing: 'none',
      weight: [kind.weight[0] * 20, kind.weight[1] * 20],
      uses: ['dijual lagi di kios', 'seragam pengajian', 'suvenir acara besar'],
      details: [
        'Satu kodi berisi 20 potong dengan warna campur.',
        'Harga untuk satu kodi; warna kami pilihkan supaya mudah dijual lagi.',
        'Isinya 20 potong, tiap potong dibungkus plastik bening.',
      ],
    };
  return kind;
}

/** How the title calls it; some names suit only some crafts. */
function nameOf(kindName: string, kind: Kind, craft: string, random: Random): string {
  if (kindName === 'sepatu' && craft !== 'kulit') return 'Sepatu Slip-On';
  return random.pick(kind.names.filter((name) => !(name === 'Kain Bahan' && craft === 'batik-halus')));
}
