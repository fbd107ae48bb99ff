import { atLightness, chroma, distance, lightness, mix, polar, shift } from './color.ts';
import { hash, type Random } from './random.ts';

/** Colour names of the trade, as sellers in Central Java write them. */
const NAMES: Record<string, string> = {
  sogan: '#7b4a26',
  cokelat: '#7a4e31',
  'cokelat susu': '#b08968',
  'cokelat tua': '#4f3121',
  kopi: '#5a3a29',
  mocca: '#a08068',
  mocha: '#a08068',
  coksu: '#c2a184',
  karamel: '#b5773f',
  tan: '#c19a6b',
  krem: '#efe0c2',
  cream: '#efe0c2',
  beige: '#e2d0b0',
  gading: '#f3ead3',
  ivory: '#f3ead3',
  natural: '#e6d6b8',
  nude: '#e0bfa8',
  khaki: '#b5a277',
  sand: '#dcc8a0',
  indigo: '#2b3f78',
  nila: '#2b3f78',
  wedel: '#22305c',
  wedelan: '#22305c',
  'biru dongker': '#1e2c52',
  dongker: '#1e2c52',
  navy: '#1d2b50',
  biru: '#2f67a8',
  'biru muda': '#9cc3e0',
  'biru langit': '#8fc0e4',
  'biru laut': '#1f5f8b',
  'biru elektrik': '#2452c6',
  benhur: '#2b4fae',
  denim: '#4d6c92',
  tosca: '#2a9d8f',
  toska: '#2a9d8f',
  turquoise: '#3bb3b0',
  teal: '#1d6f72',
  mint: '#a8d8c0',
  hijau: '#3b7d4a',
  'hijau muda': '#a3c585',
  'hijau botol': '#1c4b3a',
  'hijau tua': '#1f4d35',
  'hijau army': '#5a6038',
  army: '#5a6038',
  'hijau lumut': '#6f7a3b',
  lumut: '#6f7a3b',
  emerald: '#12765a',
  zaitun: '#7a7f3f',
  olive: '#7a7f3f',
  pandan: '#6f9f55',
  sage: '#a3b18a',
  pupus: '#bcd48a',
  maroon: '#74202f',
  marun: '#74202f',
  burgundy: '#6a1f33',
  wine: '#63213a',
  merah: '#b3261e',
  'merah bata': '#a4492f',
  bata: '#a4492f',
  'merah cabai': '#c62f1d',
  mengkudu: '#9c3325',
  secang: '#b5494a',
  terakota: '#c0623f',
  terracotta: '#c0623f',
  karat: '#a9512a',
  rust: '#a9512a',
  kuning: '#eab832',
  'kuning gading': '#f1dfa6',
  kunyit: '#dc9a1e',
  lemon: '#f0dc5a',
  mustard: '#c8962c',
  emas: '#c79a3a',
  gold: '#c79a3a',
  prada: '#cfa445',
  oranye: '#e0752d',
  orange: '#e0752d',
  jingga: '#dc6b2a',
  tegeran: '#b98a2e',
  jambal: '#8a4a24',
  jati: '#9a6a3c',
  mahoni: '#7d3a2b',
  ungu: '#6a3d8a',
  terong: '#4e2a55',
  lavender: '#b9a3d4',
  lilac: '#c3aad2',
  lila: '#c3aad2',
  mauve: '#a97c92',
  magenta: '#b52a72',
  fuschia: '#c9327c',
  fanta: '#d6336c',
  pink: '#e99ab0',
  'dusty pink': '#d3a19c',
  'dusty rose': '#c48b8a',
  dusty: '#d3a19c',
  'baby pink': '#f4c6cf',
  rose: '#cf8489',
  salem: '#f0b49c',
  peach: '#f5c3a2',
  koral: '#e6806a',
  coral: '#e6806a',
  hitam: '#26211f',
  putih: '#faf7f0',
  'broken white': '#f2ecdf',
  'putih tulang': '#f0e8d6',
  tulang: '#f0e8d6',
  'abu-abu': '#8e8d89',
  abu: '#8e8d89',
  'abu muda': '#c3c1bb',
  'abu tua': '#55565a',
  grey: '#8e8d89',
  silver: '#bfc3c6',
  perak: '#bfc3c6',
  tembaga: '#b06a42',
  kuningan: '#c2a04a',
  perunggu: '#8f6a3a',
  monokrom: '#3a3836',
};

const ORDERED = Object.keys(NAMES).sort((one, other) => other.length - one.length);

/**
 * The hue of a colour name. A name in no list takes the longest known name inside it ("biru wedel pekat"),
 * with *muda*, *tua* and *pastel* understood; anything else gets a pleasant hue that its letters decide.
 */
export function colorOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/coklat/g, 'cokelat')
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const known = NAMES[plain] ?? NAMES[plain.replace(' ', '-')];
  if (known) return known;
  const part = ORDERED.find((candidate) => ` ${plain} `.includes(` ${candidate.replace('-', ' ')} `));
  const base = part ? NAMES[part]! : polar(0.58, 0.11, (hash(plain) % 72) * 5);
  const rest = part ? plain.replace(part.replace('-', ' '), ' ') : plain;
  if (/\b(muda|soft|light|terang)\b/.test(rest)) return shift(base, 0.15);
  if (/\b(tua|gelap|dark|pekat)\b/.test(rest)) return shift(base, -0.14);
  if (/\b(pastel|pucat)\b/.test(rest)) return mix(base, '#f6ecdc', 0.6);
  return base;
}

/** What a product is painted with; every colour stands out from `ground` where it must. */
export interface Ink {
  /** The cloth itself. */
  ground: string;
  /** The motif's main colour, always clear on the ground. */
  line: string;
  /** The motif's filling colour. */
  second: string;
  /** A touch of a third colour. */
  accent: string;
  /** The ground in shadow: linings, seams, edges. */
  deep: string;
  /** The ground in light. */
  pale: string;
  /** Plain cloth that goes with it: collars, plackets, bands. */
  trim: string;
}

const LIGHT_LINES = ['#f3e6c8', '#f6efe0', '#eed9a8', '#f2dcc4'] as const;
const DARK_LINES = ['#5a3320', '#2b3563', '#6e2430', '#2a2422', '#27493c'] as const;
const ACCENTS = ['#c8962c', '#b5533a', '#2f6f73', '#a93545', '#5b7a46', '#355a94', '#d98a4e'] as const;

/** Moves a colour in lightness until the ground lets it be seen. */
function clear(color: string, ground: string, least: number): string {
  let result = color;
  const step = lightness(ground) > 0.6 ? -0.06 : 0.06;
  for (let tries = 0; tries < 8 && distance(result, ground) < least; tries++) result = shift(result, step);
  return result;
}

/** The colours of a product, from the names its file gives; what they leave open, the seed decides. */
export function inkOf(names: readonly string[], random: Random): Ink {
  const [first, second, third] = names.map(colorOf);
  const ground = first ?? random.pick(['#7b4a26', '#2b3f78', '#9c3325', '#efe0c2', '#1c4b3a']);
  const light = lightness(ground);
  const ownLine =
    light > 0.66
      ? chroma(ground) > 0.07
        ? atLightness(ground, 0.34)
        : random.pick(DARK_LINES)
      : random.pick(LIGHT_LINES);
  const line = clear(second ?? ownLine, ground, 0.24);
  const options = ACCENTS.filter((color) => distance(color, ground) > 0.2 && distance(color, line) > 0.18);
  const ownSecond = random.pick(options.length ? options : ACCENTS);
  // Two named colours stay two: the filling is a tone between them rather than a third hue.
  const between = random.pick([
    mix(line, ground, 0.4),
    shift(mix(line, ground, 0.15), light > 0.66 ? 0.16 : -0.16),
  ]);
  const filling = clear(third ?? (second ? between : ownSecond), ground, 0.13);
  const accents = options.filter((color) => distance(color, filling) > 0.15);
  const accent = names[3]
    ? clear(colorOf(names[3]), ground, 0.16)
    : random.pick(accents.length ? accents : ACCENTS);
  const deep = atLightness(ground, light > 0.8 ? light - 0.24 : Math.max(0.16, light - 0.17));
  const trims = [deep, line, mix(ground, line, 0.18), shift(ground, light > 0.5 ? -0.09 : 0.09)];
  return {
    ground,
    line,
    second: filling,
    accent,
    deep,
    pale: shift(ground, light > 0.86 ? 0.03 : 0.09),
    trim: random.pick(trims),
  };
}
