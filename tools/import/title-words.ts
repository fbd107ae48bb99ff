/** Words of titles, the slug of the category that they belong to, and the kind of goods that they name. */
export interface TitleWords {
  category: string;
  /** Finer than the category: photos that name no product are dealt out among goods of one kind. */
  kind: string;
  words: string[];
}

export const TITLE_WORDS: TitleWords[] = [
  { category: 'kemeja', kind: 'kemeja', words: ['kemeja', 'hem', 'koko', 'baju koko', 'baju hem'] },
  {
    category: 'kemeja',
    kind: 'seragam',
    words: ['seragam', 'safari', 'baju safari', 'pdh', 'pdl', 'satpam', 'baju chef', 'baju seragam'],
  },
  { category: 'kemeja', kind: 'kaos', words: ['kaos', 'kaus', 't shirt', 'tshirt', 'polo'] },
  {
    category: 'blus',
    kind: 'blus',
    words: ['blus', 'blouse', 'tanktop', 'tank top', 'singlet', 'kaos dalam', 'kaus dalam', 'baju singlet'],
  },
  { category: 'blus', kind: 'tunik', words: ['tunik'] },
  { category: 'gamis-dress', kind: 'dress', words: ['dress', 'terusan', 'jumpsuit'] },
  { category: 'gamis-dress', kind: 'gamis', words: ['gamis', 'abaya'] },
  { category: 'outer', kind: 'jaket', words: ['jaket', 'hoodie', 'sweater', 'jumper hoodie'] },
  { category: 'outer', kind: 'outer', words: ['outer', 'cardigan', 'kardigan', 'blazer'] },
  { category: 'outer', kind: 'rompi', words: ['rompi', 'vest'] },
  { category: 'kain', kind: 'kain', words: ['kain', 'jarik', 'kain jarik', 'sewet'] },
  { category: 'kain', kind: 'taplak', words: ['taplak'] },
  { category: 'sarung', kind: 'sarung', words: ['sarung', 'sarong'] },
  { category: 'kebaya', kind: 'kebaya', words: ['kebaya'] },
  {
    category: 'kerudung-selendang',
    kind: 'kerudung',
    words: [
      'kerudung',
      'jilbab',
      'hijab',
      'bergo',
      'ciput',
      'khimar',
      'segi empat',
      'segiempat',
      'bella square',
      'voal',
    ],
  },
  { category: 'kerudung-selendang', kind: 'pashmina', words: ['pashmina', 'pasmina'] },
  { category: 'kerudung-selendang', kind: 'mukena', words: ['mukena'] },
  { category: 'kerudung-selendang', kind: 'selendang', words: ['selendang', 'slendang'] },
  { category: 'kerudung-selendang', kind: 'syal', words: ['syal', 'scarf'] },
  { category: 'daster', kind: 'daster', words: ['daster', 'homedress'] },
  {
    category: 'daster',
    kind: 'piyama',
    words: ['piyama', 'pajamas', 'baju tidur', 'celana tidur', 'setelan tidur'],
  },
  { category: 'busana-anak', kind: 'bayi', words: ['jumper', 'romper', 'playset', 'baju bayi'] },
  { category: 'busana-anak', kind: 'anak-kemeja', words: ['baju anak', 'setelan anak', 'baju setelan anak'] },
  {
    category: 'celana-rok',
    kind: 'celana',
    words: [
      'celana',
      'jeans',
      'legging',
      'leging',
      'chino',
      'chinos',
      'pants',
      'pangsi',
      'sirwal',
      'boxer',
      'shorty',
    ],
  },
  { category: 'celana-rok', kind: 'kulot', words: ['kulot'] },
  { category: 'celana-rok', kind: 'rok', words: ['rok'] },
  {
    category: 'tas-dompet',
    kind: 'tas',
    words: ['tas', 'ransel', 'backpack', 'tote bag', 'bag', 'koper', 'pouch'],
  },
  {
    category: 'tas-dompet',
    kind: 'tas-selempang',
    words: ['tas selempang', 'sling bag', 'waistbag', 'tas waistbag', 'tas pinggang'],
  },
  { category: 'tas-dompet', kind: 'clutch', words: ['clutch', 'handbag'] },
  { category: 'tas-dompet', kind: 'dompet', words: ['dompet', 'wallet'] },
  {
    category: 'aksesoris',
    kind: 'masker',
    words: [
      'masker',
      'tali masker',
      'tali strap',
      'strap masker',
      'konektor masker',
      'konektor tali masker',
      'pengait tali masker',
    ],
  },
  { category: 'aksesoris', kind: 'topi', words: ['topi', 'kupluk', 'cap', 'hat'] },
  { category: 'aksesoris', kind: 'peci', words: ['peci', 'kopiah', 'songkok'] },
  { category: 'aksesoris', kind: 'blangkon', words: ['blangkon', 'belangkon'] },
  { category: 'aksesoris', kind: 'ikat-pinggang', words: ['ikat pinggang', 'sabuk', 'gesper', 'belt'] },
  { category: 'aksesoris', kind: 'kalung', words: ['kalung', 'tasbih'] },
  {
    category: 'aksesoris',
    kind: 'gelang',
    words: ['gelang', 'jam tangan', 'watch', 'smartwatch', 'g shock', 'gshock', 'cincin', 'ring'],
  },
  { category: 'aksesoris', kind: 'bros', words: ['bros', 'ikat rambut', 'jepit rambut'] },
  { category: 'aksesoris', kind: 'anting', words: ['anting', 'giwang'] },
  { category: 'aksesoris', kind: 'dasi', words: ['dasi'] },
  {
    category: 'aksesoris',
    kind: 'aksesoris',
    words: [
      'kaos kaki',
      'kaoskaki',
      'kaus kaki',
      'socks',
      'sock',
      'sarung tangan',
      'kacamata',
      'sajadah',
      'sejadah',
      'gantungan',
    ],
  },
  { category: 'alas-kaki', kind: 'sandal', words: ['sandal', 'sendal'] },
  { category: 'alas-kaki', kind: 'selop', words: ['selop', 'bakiak'] },
  { category: 'alas-kaki', kind: 'sepatu', words: ['sepatu', 'sneakers', 'boots', 'shoes'] },
];

/** A shop's category that is too broad to say what a thing is: the title says it better. */
export const BROAD = /\b(?:fashion|pakaian|busana|clothing|apparel|lainnya|others?)\b/;

/** What broad categories come to where the title says nothing. */
export const BROAD_WORDS: { pattern: RegExp; category: string }[] = [
  { pattern: /\b(?:kids?|baby|anak|bayi)\b/, category: 'busana-anak' },
  { pattern: /\b(?:muslim|hijab)/, category: 'kerudung-selendang' },
  { pattern: /\bwom[ae]n|\bwanita|\bperempuan/, category: 'blus' },
  { pattern: /\bm[ae]n\b|\bpria|\blaki/, category: 'kemeja' },
];

/** Garments which for a child belong among the children's. */
export const CHILDREN = {
  category: 'busana-anak',
  pattern: /\b(?:anak|bayi|kids?|baby|newborn)\b/,
  from: new Set(['kemeja', 'blus', 'gamis-dress', 'outer', 'daster', 'celana-rok']),
};

/** Motifs that a title may name. */
export const MOTIF_WORDS =
  /\b(?:parang|kawung|mega mendung|truntum|sekar jagad|jlamprang|buketan|lurik|tiga negeri|sido mukti|ceplok|lereng|ecoprint|polos)\b/;
