import type { Content } from '../../src/catalog/reading/content-folder.ts';
import { readWordLists } from '../../src/catalog/reading/content-words.ts';
import type { SearchableCatalogue } from './listings.ts';
import { plainProduct } from './listings.ts';
import { pick, sample, seededRandom } from './random.ts';

const KINDS = [
  'Kemeja',
  'Kaos',
  'Daster',
  'Gamis',
  'Kebaya',
  'Tunik',
  'Blus',
  'Outer',
  'Sarung',
  'Selendang',
  'Kain',
  'Jarik',
  'Celana',
  'Rok',
  'Tas',
  'Dompet',
  'Sandal',
  'Blangkon',
  'Mukena',
  'Syal',
  'Taplak Meja',
  'Sarung Bantal',
  'Keranjang',
  'Keripik Tempe',
  'Kopi',
  'Jenang',
  'Bros',
  'Gelang',
  'Hiasan Dinding',
  'Kotak Tisu',
];
const TECHNIQUES = [
  'Batik Tulis',
  'Batik Cap',
  'Batik Kombinasi',
  'Tenun Ikat',
  'Tenun ATBM',
  'Lurik',
  'Ecoprint',
  'Jumputan',
  'Bordir',
  'Rajut',
  'Anyam',
  'Sulam',
];
const MOTIFS = [
  'Parang',
  'Kawung',
  'Mega Mendung',
  'Truntum',
  'Sekar Jagad',
  'Jlamprang',
  'Buketan',
  'Tiga Negeri',
  'Sido Mukti',
  'Udan Liris',
  'Semen Rama',
  'Tambal',
  'Ceplok',
  'Lereng',
  'Gringsing',
  'Merak Ngibing',
  'Burung Hong',
  'Latohan',
  'Gunung Ringgit',
  'Kapal Kandas',
];
const MATERIALS = [
  'Katun Primisima',
  'Sutra',
  'Rayon',
  'Katun',
  'Linen',
  'Dobby',
  'Paris',
  'Viscose',
  'Kulit',
  'Mendong',
  'Pandan',
  'Eceng Gondok',
];
const WHO = ['Pria', 'Wanita', 'Anak', 'Dewasa', 'Couple', 'Keluarga', 'Remaja', 'Bayi'];
const COLOURS = [
  'Merah',
  'Biru',
  'Hijau',
  'Hitam',
  'Putih',
  'Coklat',
  'Ungu',
  'Kuning',
  'Marun',
  'Navy',
  'Krem',
  'Abu',
];
const EXTRAS = [
  'Lengan Panjang',
  'Lengan Pendek',
  'Furing',
  'Jumbo',
  'Premium',
  'Pewarna Alam',
  'Busui Friendly',
  'Slim Fit',
  'Motif Klasik',
  'Kerah Koko',
  'Set',
  'Halus',
  'Pesta',
  'Kerja',
  'Santai',
  'Formal',
];
const PLACES = [
  ['33.26', 'Kabupaten Pekalongan'],
  ['33.75', 'Kota Pekalongan'],
  ['33.74', 'Kota Semarang'],
  ['33.20', 'Kabupaten Jepara'],
  ['33.19', 'Kabupaten Kudus'],
  ['33.72', 'Kota Surakarta'],
  ['33.17', 'Kabupaten Rembang'],
  ['33.10', 'Kabupaten Klaten'],
  ['33.02', 'Kabupaten Banyumas'],
  ['33.27', 'Kabupaten Pemalang'],
] as const;
const SYLLABLES = [
  'ba',
  'di',
  'ka',
  'la',
  'mi',
  'no',
  'pu',
  'ra',
  'si',
  'tu',
  'wa',
  'yo',
  'ken',
  'lar',
  'mon',
  'ning',
  'sar',
  'tan',
  'wi',
  'jo',
  'go',
  'ci',
  're',
  'de',
  'ma',
];

/**
 * A generated catalogue: titles of the field's words, descriptions of a sentence or two, and names of
 * collections whose number grows with the catalogue, as real vocabularies do (by about its root).
 * @param size products; 18 a seller
 */
export async function generatedCatalogue(size: number): Promise<SearchableCatalogue> {
  const random = seededRandom(20_201_120);
  const word = () =>
    sample(random, SYLLABLES, 2 + Math.floor(random() * 2))
      .sort(() => random() - 0.5)
      .join('');
  const names = Array.from({ length: Math.round(Math.sqrt(size) * 12) }, word);
  const sellers = Array.from({ length: Math.ceil(size / 18) }, (_, index) => ({
    slug: `ukm-${index + 1}`,
    name: `${pick(random, ['Batik', 'Tenun', 'Griya', 'Omah', 'Rumah', 'Sanggar'])} ${capital(names[index % names.length]!)}`,
    regency: pick(random, PLACES)[0],
  }));
  const products = Array.from({ length: size }, (_, index) => {
    const seller = sellers[index % sellers.length]!;
    const kind = pick(random, KINDS);
    const parts = [
      kind,
      pick(random, TECHNIQUES),
      random() < 0.5 ? pick(random, WHO) : '',
      random() < 0.8 ? pick(random, MOTIFS) : '',
      random() < 0.6 ? pick(random, MATERIALS) : '',
      random() < 0.5 ? pick(random, EXTRAS) : '',
      random() < 0.5 ? pick(random, COLOURS) : '',
      capital(names[Math.floor(names.length * random() ** 2)]!),
      random() < 0.3 ? `${capital(word().slice(0, 2))}${Math.floor(random() * 900) + 100}` : '',
    ];
    return {
      ...plainProduct({
        seller: seller.slug,
        slug: `produk-${index + 1}`,
        title: parts.filter(Boolean).join(' '),
        price: Math.round((20_000 * (1 + random() ** 3 * 80)) / 500) * 500,
        category: kind.toLowerCase().replace(/[^a-z]+/g, '-'),
        edition: random() < 0.4 ? 'uvo-1' : 'uvo-2',
      }),
      stock: random() < 0.08 ? 0 : 10,
      export_ready: random() < 0.25,
      body: `${kind} ${pick(random, TECHNIQUES).toLowerCase()} buatan ${capital(pick(random, names))}, nyaman dipakai ${pick(random, ['ke kantor', 'sehari-hari', 'ke pesta', 'di rumah'])}. Dikerjakan oleh ${pick(random, ['perajin', 'pembatik', 'penenun'])} berpengalaman, warna ${pick(random, COLOURS).toLowerCase()} tidak mudah luntur.`,
    };
  });
  const placeNames = new Map<string, string>([...PLACES, ['33', 'Jawa Tengah']]);
  return {
    name: `generated ${size}`,
    regionName: (code) => placeNames.get(code),
    content: {
      words: await readWordLists('content', []),
      products: new Map(products.map((product) => [`${product.seller}/${product.slug}`, product])),
      sellers: new Map(sellers.map(({ slug, ...seller }) => [slug, seller])),
      categories: KINDS.map((name) => ({
        slug: name.toLowerCase().replace(/[^a-z]+/g, '-'),
        name,
        name_en: name,
        synonyms: [],
      })),
      editions: new Map([
        ['uvo-1', { short_name: 'UVO I', opens_at: '2020-09-01T00:00:00+07:00' }],
        ['uvo-2', { short_name: 'UVO II', opens_at: '2020-11-01T00:00:00+07:00' }],
      ]),
    } as unknown as Content,
  };
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
