import { formatEmv, formatTlv } from '../../src/domain/payment/emv-tlv.ts';
import { CRAFTS } from './crafts.ts';
import type { Random } from './illustration/random.ts';
import { seeded } from './illustration/random.ts';
import { type Locality, REGIONS, type Region } from './regions.ts';
import {
  FIRST_NAMES,
  LAST_NAMES,
  SHOP_TITLES,
  SHOP_WORDS,
  STORY_ENDINGS,
  STORY_MIDDLES,
  STORY_OPENINGS,
} from './seller-words.ts';
import { slugOf } from './slug.ts';
import { Varied } from './varied.ts';

/** A seller of the sample: where they stand, and the content of their file. */
export interface SampleSeller {
  slug: string;
  region: Region;
  locality: Locality;
  /** Where they stand in the row of all sellers, from 0. */
  index: number;
  /** Sends abroad. */
  exports: boolean;
  content: Record<string, unknown>;
}

const PEOPLE = [
  'empat',
  'lima',
  'enam',
  'delapan',
  'sembilan',
  'sebelas',
  'dua belas',
  'lima belas',
  'dua puluh',
];
const HOURS = [
  'Senin–Sabtu 08.00–16.00 WIB',
  'Setiap hari 08.00–17.00 WIB',
  'Senin–Jumat 08.00–16.00, Sabtu 08.00–12.00 WIB',
  'Sabtu–Kamis 08.00–16.00 WIB',
  'Setiap hari 09.00–20.00 WIB',
];
const BANKS = ['Bank Jateng', 'BRI', 'BNI', 'Bank Mandiri', 'BCA', 'BSI', 'BRI', 'Bank Jateng'];

/** A static QRIS that parses and that no bank knows: its provider, number and merchant are invented. */
function sampleQris(name: string, city: string, number: number): string {
  const digits = String(number).padStart(3, '0');
  const plain = (text: string) => text.replace(/[^A-Za-z0-9 ]+/g, '').toUpperCase();
  return formatEmv([
    { tag: '00', value: '01' },
    { tag: '01', value: '11' },
    {
      tag: '26',
      value: formatTlv([
        { tag: '00', value: 'ID.CO.CONTOH.WWW' },
        { tag: '01', value: `9360000000000000${digits}` },
        { tag: '02', value: `CONTOH${digits}` },
        { tag: '03', value: 'UMI' },
      ]),
    },
    {
      tag: '51',
      value: formatTlv([
        { tag: '00', value: 'ID.CO.QRIS.WWW' },
        { tag: '02', value: `ID1000000000${digits}` },
        { tag: '03', value: 'UMI' },
      ]),
    },
    { tag: '52', value: '5699' },
    { tag: '53', value: '360' },
    { tag: '58', value: 'ID' },
    { tag: '59', value: `CONTOH ${plain(name)}`.slice(0, 25).trim() },
    { tag: '60', value: plain(city).slice(0, 15) },
    { tag: '61', value: '50000' },
  ]);
}

const isCity = (code: string) => Number(code.slice(3)) > 70;
/** As running text names a region: "Kabupaten Kudus". */
export const regionName = ({ code, name }: Region) => `${isCity(code) ? 'Kota' : 'Kabupaten'} ${name}`;

/** All sellers in the order of regions; the same ones at every run. */
export function sampleSellers(districts: ReadonlyMap<string, string>): SampleSeller[] {
  const words = shuffled(SHOP_WORDS, seeded('shop words'));
  const stories = {
    openings: new Varied(STORY_OPENINGS, seeded('openings')),
    middles: new Varied(STORY_MIDDLES, seeded('middles')),
    endings: new Varied(STORY_ENDINGS, seeded('endings')),
  };
  const places = REGIONS.flatMap((region) =>
    region.localities.flatMap((locality) =>
      Array.from({ length: locality.sellers }, () => ({ region, locality })),
    ),
  );
  return places.map(({ region, locality }, index) => {
    const random = seeded(`seller ${index}`);
    const name = `${random.pick(SHOP_TITLES[locality.craft]!)} ${words[index]!}`;
    const slug = slugOf(name);
    const founder = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
    const since = Math.floor(random.between(1978, 2019));
    const people = random.pick(PEOPLE);
    const fill = (text: string) =>
      text
        .replaceAll('{name}', name)
        .replaceAll('{founder}', founder)
        .replaceAll('{place}', locality.place)
        .replaceAll('{region}', regionName(region))
        .replaceAll('{year}', String(since))
        .replaceAll('{work}', CRAFTS[locality.craft]!.work)
        .replaceAll('{people}', people)
        .replaceAll('{People}', people[0]!.toUpperCase() + people.slice(1));
    const exports = !/printing|konveksi/.test(locality.craft) && index % 6 === 2;
    const district = districts.get(`${region.code}/${locality.place}`);
    const number = `0000${String(index + 1).padStart(3, '0')}${String(Math.floor(random.between(100, 999)))}`;
    const content = {
      name,
      ...(random.chance(0.35) && {
        legal_name: `${random.pick(['CV', 'UD', 'Kelompok'])} ${words[index]} (contoh)`,
      }),
      nib: `0000000000${String(index + 1).padStart(3, '0')}`,
      regency: region.code,
      ...(district && { district }),
      address: `${locality.place} RT ${two(random.between(1, 9))}/RW ${two(random.between(1, 6))}, ${regionName(region)}, Jawa Tengah`,
      hours: random.pick(HOURS),
      since,
      about: [stories.openings, stories.middles, stories.endings].map((part) => fill(part.next())).join(' '),
      ...(exports && { about_en: english(name, locality, regionName(region), since) }),
      known_for: knownFor(locality, region),
      email: `${slug}@contoh.mal-ukm.test`,
      whatsapp: `+628120000${String(index + 1).padStart(4, '0')}`,
      payments: payments(index, random, { name, region, founder, number, exports }),
      sample: true,
    };
    return { slug, region, locality, index, exports, content };
  });
}

function payments(
  index: number,
  random: Random,
  {
    name,
    region,
    founder,
    number,
    exports,
  }: { name: string; region: Region; founder: string; number: string; exports: boolean },
) {
  const cod = index % 4 === 1 ? { max: random.pick([500_000, 750_000, 1_000_000]) } : undefined;
  const bank = random.pick(BANKS);
  return {
    ...(index % 5 !== 0 &&
      index % 5 !== 3 && {
        qris: sampleQris(name, `${isCity(region.code) ? 'KOTA' : 'KAB'} ${region.name}`, index + 1),
      }),
    bank: { bank, number, holder: founder },
    ...(cod && {
      cod: {
        ...cod,
        ...(index % 8 === 1 && {
          regions: [region.code, '33.74'].filter((code, at, all) => all.indexOf(code) === at),
        }),
      },
    }),
    ...(exports && {
      abroad: {
        bank: 'Bank Contoh Indonesia',
        number,
        holder: founder,
        swift: 'CNTHIDJA',
        currencies: ['SGD', 'HKD', 'USD'],
      },
    }),
  };
}

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');

function knownFor(locality: Locality, region: Region): string[] {
  const craft = CRAFTS[locality.craft]!;
  const brand = locality.brand ?? region.name;
  const main: Record<string, string> = {
    'batik-halus': 'batik tulis',
    'batik-cap': 'batik cap',
    'batik-printing': 'busana motif batik',
    troso: 'tenun ikat',
    goyor: 'sarung tenun',
    bordir: 'bordir kayuh',
    logam: 'tembaga tempa',
    batok: 'kriya batok kelapa',
    anyam: 'anyaman',
    konveksi: 'busana harian',
    serat: 'tenun serat alam',
    kulit: 'barang kulit',
  };
  const first = `${main[locality.craft] ?? locality.craft} ${brand}`;
  return [
    first,
    ...(locality.motifs ?? craft.motifs)
      .filter((motif) => motif !== 'polos')
      .slice(0, 2)
      .map((motif) => `motif ${motif}`),
  ];
}

function english(name: string, locality: Locality, region: string, since: number): string {
  const goods: Record<string, string> = {
    'batik-halus': 'hand-drawn batik',
    'batik-cap': 'hand-stamped batik',
    troso: 'hand-woven ikat',
    lurik: 'hand-woven striped lurik',
    goyor: 'hand-woven sarongs',
    bordir: 'treadle-machine embroidery',
    ecoprint: 'leaf-printed cloth',
    jumputan: 'tie-dyed cloth',
    kulit: 'leather goods',
    anyam: 'plaited bags and hats',
    logam: 'hammered copper jewellery',
  };
  return `${name} makes ${goods[locality.craft] ?? 'handmade goods'} in ${locality.place}, ${region}, Central Java, and has done so since ${since}. We pack for long journeys and answer in simple English.`;
}

/** The same words in another order, decided by the seed. */
function shuffled<T>(words: readonly T[], random: Random): T[] {
  const rest = [...words];
  for (let at = rest.length - 1; at > 0; at--) {
    const other = Math.floor(random.between(0, at + 1));
    [rest[at], rest[other]] = [rest[other]!, rest[at]!];
  }
  return rest;
}
