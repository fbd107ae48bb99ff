import type { Technique } from '../../src/domain/products/product.ts';
import { TECHNIQUE_ENGLISH } from './product-words.ts';
import { bareMotif, titleCase } from './titles.ts';

const COLORS: Readonly<Record<string, string>> = Object.fromEntries(
  `abu=grey|abu muda=light grey|abu tua=dark grey|biru=blue|biru dongker=navy|biru laut=sea blue|biru muda=light blue|burgundy=burgundy|cokelat=brown|cokelat susu=milk brown|cokelat tua=dark brown|dusty pink=dusty pink|emas=gold|emerald=emerald|fanta=magenta|gading=ivory|hijau=green|hijau army=army green|hijau botol=bottle green|hijau lumut=moss green|hijau tua=dark green|hitam=black|indigo=indigo|jati=teak|karamel=caramel|kopi=coffee|krem=cream|kuning=yellow|kuning gading=ivory yellow|kuningan=brass|lavender=lavender|mahoni=mahogany|maroon=maroon|merah=red|merah bata=brick red|mocca=mocha|mustard=mustard|natural=natural|navy=navy|oranye=orange|perak=silver|perunggu=bronze|pink=pink|putih=white|putih tulang=off-white|sage=sage|salem=salmon|sogan=soga brown|tan=tan|tembaga=copper|terakota=terracotta|tosca=turquoise|ungu=purple`
    .split('|')
    .map((pair) => pair.split('=') as [string, string]),
);

const MATERIALS: readonly (readonly [RegExp, string])[] = [
  [/sutra rayon/, 'rayon'],
  [/sutra/, 'silk'],
  [/rayon|viskosa/, 'rayon'],
  [/linen|rami/, 'linen'],
  [/kulit/, 'leather'],
  [/pandan/, 'pandanus leaf'],
  [/mendong/, 'mendong reed'],
  [/rotan/, 'rattan'],
  [/nanas/, 'pineapple fibre'],
  [/akar wangi/, 'vetiver and cotton'],
  [/serat/, 'plant fibre'],
  [/tembaga/, 'copper'],
  [/kuningan/, 'brass'],
  [/batok/, 'coconut shell'],
  [/kayu/, 'wood'],
  [/voal|organdi|crinkle/, 'voile'],
  [/nilon|poliester/, 'synthetic yarn'],
];

/** Beginnings of English titles. */
const ADJECTIVES: Readonly<Record<Technique, string>> = {
  tulis: 'Hand-drawn batik',
  cap: 'Hand-stamped batik',
  kombinasi: 'Stamped and hand-drawn batik',
  printing: 'Printed batik-motif',
  'tenun-atbm': 'Handloom',
  'tenun-ikat': 'Handwoven ikat',
  lurik: 'Handwoven lurik',
  ecoprint: 'Leaf-printed',
  jumputan: 'Tie-dyed',
  bordir: 'Embroidered',
  sulam: 'Hand-embroidered',
  rajut: 'Hand-knitted',
  anyam: 'Hand-plaited',
  konveksi: 'Workshop-sewn',
  'kerajinan-tangan': 'Handmade',
};

/** English title and text for buyers abroad. */
export function englishOf(about: {
  en: string;
  technique: Technique;
  motif: string;
  material: string;
  colors: readonly string[];
  place: string;
  weight: number;
  orderDays?: number;
}): { title_en: string; description_en: string } {
  const { en, technique, motif, place, weight, orderDays } = about;
  const material = MATERIALS.find(([pattern]) => pattern.test(about.material))?.[1] ?? 'cotton';
  const colors = about.colors.slice(0, 2).map((color) => COLORS[color] ?? color);
  const bare = bareMotif(motif);
  const patterned = bare && bare !== 'polos';
  const how = TECHNIQUE_ENGLISH[technique];
  return {
    title_en: `${ADJECTIVES[technique]} ${/^T-/.test(en) ? en : en.charAt(0).toLowerCase() + en.slice(1)} in ${material}${patterned ? `, ${titleCase(bare)} pattern` : ''}, ${colors.join(' and ')}`,
    description_en: [
      `Made in ${place}, Central Java: ${how} on ${material} in ${colors.join(' and ')}.`.replace(
        /(handcraft|sewing|plaiting|knitting|cloth|ikat|lurik) on /,
        '$1 in ',
      ),
      ...(patterned ? [`The pattern is called ${titleCase(bare)}.`] : []),
      `It weighs ${weight} g when packed and ships abroad ${orderDays ? `after ${orderDays} days of making` : 'within three working days'}.`,
    ].join(' '),
  };
}
