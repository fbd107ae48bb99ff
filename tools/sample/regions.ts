/** A part of a region that is known for a craft. */
export interface Locality {
  /** Village or kecamatan as titles and stories name it. */
  place: string;
  /** Key of `CRAFTS`. */
  craft: string;
  /** Motifs of this place; without them the craft's own. */
  motifs?: readonly string[];
  /** How many sellers stand here. */
  sellers: number;
  /** What titles call the goods of this place, such as "Lasem"; without it the region. */
  brand?: string;
}

export interface Region {
  /** Kemendagri code. */
  code: string;
  /** Name in running text. */
  name: string;
  localities: readonly Locality[];
}

const at = (
  place: string,
  craft: string,
  sellers: number,
  motifs?: readonly string[],
  brand?: string,
): Locality => ({ place, craft, sellers, ...(motifs && { motifs }), ...(brand && { brand }) });

const PEKALONGAN = ['jlamprang', 'buketan', 'tujuh rupa', 'pagi sore', 'liong', 'hokokai', 'sekar jagad'];
const SOLO = [
  'parang',
  'kawung',
  'truntum',
  'sidomukti',
  'sidoluhur',
  'wahyu tumurun',
  'semen rama',
  'sekar jagad',
  'satria manah',
  'ratu ratih',
  'parang klithik',
];
const LASEM = [
  'tiga negeri',
  'latohan',
  'lok can',
  'watu pecah',
  'burung hong',
  'gunung ringgit',
  'sekar jagad',
  'kawung',
];
const BANYUMAS = ['lumbon', 'pring sedapur', 'babon angrem', 'jahean', 'ayam puger'];
const SEMARANG = ['tugu muda', 'asem arang', 'warak ngendog', 'blekok srondol', 'lawang sewu'];

/** All regencies and cities of Central Java with what each is known for; 152 sellers in all. */
export const REGIONS: readonly Region[] = [
  {
    code: '33.01',
    name: 'Cilacap',
    localities: [
      at('Maos', 'batik-halus', 2, ['wijayakusuma', 'mina bahari', 'parang'], 'Maos'),
      at('Kroya', 'konveksi', 1),
      at('Adipala', 'batok', 1),
    ],
  },
  {
    code: '33.02',
    name: 'Banyumas',
    localities: [
      at('Sokaraja', 'batik-cap', 1, BANYUMAS, 'Banyumasan'),
      at('Papringan', 'batik-halus', 2, BANYUMAS, 'Banyumasan'),
      at('Purwokerto', 'kulit', 1),
    ],
  },
  {
    code: '33.03',
    name: 'Purbalingga',
    localities: [
      at('Bobotsari', 'batik-halus', 1, ['gua lawa', 'lumbon', 'jahean']),
      at('Purbalingga Wetan', 'batok', 1),
      at('Kutasari', 'ecoprint', 1),
    ],
  },
  {
    code: '33.04',
    name: 'Banjarnegara',
    localities: [
      at('Gumelem', 'batik-halus', 2, ['gumelem parang', 'udan liris', 'kawung', 'kuntul sawah'], 'Gumelem'),
      at('Klampok', 'rajut', 1),
    ],
  },
  {
    code: '33.05',
    name: 'Kebumen',
    localities: [
      at('Gemeksekti', 'batik-halus', 2, ['jagatan', 'sirikit', 'gringsing'], 'Kebumen'),
      at('Grenggeng', 'anyam', 1, undefined, 'Grenggeng'),
    ],
  },
  {
    code: '33.06',
    name: 'Purworejo',
    localities: [
      at('Dewi', 'batik-cap', 1, ['manggis', 'kembang setaman', 'ceplok bintang']),
      at('Kaligesing', 'kulit', 1),
      at('Kutoarjo', 'sulam', 1),
    ],
  },
  {
    code: '33.07',
    name: 'Wonosobo',
    localities: [
      at('Mojotengah', 'batik-cap', 1, ['carica', 'purwaceng', 'kembang setaman']),
      at('Kejajar', 'rajut', 1, undefined, 'Dieng'),
      at('Kertek', 'ecoprint', 1),
    ],
  },
  {
    code: '33.08',
    name: 'Magelang',
    localities: [
      at('Borobudur', 'batik-cap', 1, ['borobudur', 'kembang setaman', 'sekar jagad']),
      at('Salaman', 'anyam', 1),
      at('Muntilan', 'ecoprint', 1),
    ],
  },
  {
    code: '33.09',
    name: 'Boyolali',
    localities: [
      at('Tumang', 'logam', 2, undefined, 'Tumang'),
      at('Selo', 'batik-cap', 1, ['merapi merbabu', 'kembang setaman', 'ceplok bintang']),
      at('Banyudono', 'kulit', 1),
    ],
  },
  {
    code: '33.10',
    name: 'Klaten',
    localities: [
      at('Pedan', 'lurik', 3, undefined, 'Pedan'),
      at('Cawas', 'lurik', 2, undefined, 'Cawas'),
      at(
        'Bayat',
        'batik-halus',
        2,
        ['gringsing', 'sidomukti', 'semen rama', 'parang klithik', 'kuntul sawah'],
        'Bayat',
      ),
      at('Wedi', 'konveksi', 1),
    ],
  },
  {
    code: '33.11',
    name: 'Sukoharjo',
    localities: [
      at('Polokarto', 'goyor', 2),
      at('Bekonang', 'batik-cap', 1, ['sidoluhur', 'wahyu tumurun', 'truntum', 'kawung']),
      at('Trangsan', 'anyam', 1, undefined, 'Trangsan'),
    ],
  },
  {
    code: '33.12',
    name: 'Wonogiri',
    localities: [
      at('Tirtomoyo', 'batik-halus', 2, ['wonogiren retak', 'sekar jagad', 'semen rama'], 'Wonogiren'),
      at('Wuryantoro', 'jumputan', 1),
    ],
  },
  {
    code: '33.13',
    name: 'Karanganyar',
    localities: [
      at('Girilayu', 'batik-halus', 2, ['tri dharma', 'parang', 'sidomukti', 'truntum'], 'Girilayu'),
      at('Tawangmangu', 'ecoprint', 1),
      at('Jaten', 'jumputan', 1),
    ],
  },
  {
    code: '33.14',
    name: 'Sragen',
    localities: [
      at('Pilang', 'batik-cap', 2, ['sukowati', 'gading sangiran', 'sidoluhur', 'kawung'], 'Sragen'),
      at('Kliwonan', 'batik-halus', 1, ['sukowati', 'sekar jagad', 'wahyu tumurun'], 'Kliwonan'),
      at('Sambirejo', 'goyor', 1),
    ],
  },
  {
    code: '33.15',
    name: 'Grobogan',
    localities: [
      at('Purwodadi', 'batik-cap', 2, ['jagung grobogan', 'kuntul sawah', 'ceplok bintang']),
      at('Godong', 'anyam', 1),
    ],
  },
  {
    code: '33.16',
    name: 'Blora',
    localities: [
      at('Cepu', 'batik-cap', 2, ['daun jati', 'barongan samin', 'ceplok bintang']),
      at('Jepon', 'ecoprint', 1),
      at('Blora Kota', 'batok', 1),
    ],
  },
  {
    code: '33.17',
    name: 'Rembang',
    localities: [
      at('Lasem', 'batik-halus', 4, LASEM, 'Lasem'),
      at('Pancur', 'batik-halus', 2, LASEM, 'Lasem'),
      at('Babagan', 'batik-cap', 1, LASEM, 'Lasem'),
    ],
  },
  {
    code: '33.18',
    name: 'Pati',
    localities: [
      at('Bakaran', 'batik-halus', 2, ['gandrung', 'magel ati', 'truntum'], 'Bakaran'),
      at('Tayu', 'bordir', 1),
    ],
  },
  {
    code: '33.19',
    name: 'Kudus',
    localities: [
      at('Padurenan', 'bordir', 3, undefined, 'Kudus'),
      at('Kauman', 'bordir', 1, undefined, 'Kudus'),
      at('Gebog', 'batik-halus', 1, ['menara kudus', 'parijoto', 'kapal kandas']),
      at('Kaliwungu', 'konveksi', 1),
    ],
  },
  {
    code: '33.20',
    name: 'Jepara',
    localities: [
      at('Troso', 'troso', 5, undefined, 'Troso'),
      at('Pecangaan', 'batik-cap', 1, ['ukir jepara', 'mina bahari', 'ceplok bintang']),
      at('Telukwetan', 'anyam', 1),
    ],
  },
  {
    code: '33.21',
    name: 'Demak',
    localities: [
      at('Wedung', 'batik-halus', 1, ['masjid demak', 'jambu belimbing', 'mina bahari']),
      at('Bintoro', 'batik-cap', 1, ['masjid demak', 'jambu belimbing', 'ceplok bintang']),
      at('Mranggen', 'konveksi', 1),
    ],
  },
  {
    code: '33.22',
    name: 'Semarang',
    localities: [
      at('Bandungan', 'batik-cap', 1, ['gedong songo', 'kembang setaman', 'kopi pecah']),
      at('Ambarawa', 'anyam', 1, undefined, 'Rawa Pening'),
      at('Ungaran', 'ecoprint', 1),
    ],
  },
  {
    code: '33.23',
    name: 'Temanggung',
    localities: [
      at('Parakan', 'batik-cap', 2, ['tembakau', 'kopi temanggung', 'kembang setaman']),
      at('Kandangan', 'batok', 1),
    ],
  },
  {
    code: '33.24',
    name: 'Kendal',
    localities: [
      at('Kaliwungu', 'bordir', 1),
      at('Gemuh', 'batik-cap', 1, ['kembang setaman', 'mina bahari', 'daun jati']),
      at('Weleri', 'batik-printing', 1),
    ],
  },
  {
    code: '33.25',
    name: 'Batang',
    localities: [
      at('Kalipucang', 'batik-halus', 2, ['pelo ati', 'materos satrio', 'gringsing'], "Rifa'iyah"),
      at('Warungasem', 'batik-printing', 1),
      at('Bandar', 'kulit', 1),
    ],
  },
  {
    code: '33.26',
    name: 'Pekalongan',
    localities: [
      at('Kedungwuni', 'batik-halus', 2, PEKALONGAN),
      at('Wiradesa', 'batik-printing', 2, PEKALONGAN),
      at('Buaran', 'batik-cap', 2, PEKALONGAN),
      at('Pakumbulan', 'goyor', 1, ['ikat tribal', 'palekat', 'goyor botolan']),
      at('Tirto', 'jumputan', 1),
      at('Wonopringgo', 'bordir', 1),
      at('Doro', 'batik-printing', 1, PEKALONGAN),
    ],
  },
  {
    code: '33.27',
    name: 'Pemalang',
    localities: [
      at('Wanarejan', 'goyor', 2),
      at('Beji', 'serat', 1),
      at('Comal', 'batik-halus', 1, ['grandilan', 'mina bahari', 'manggaran']),
    ],
  },
  {
    code: '33.28',
    name: 'Tegal',
    localities: [
      at('Adiwerna', 'konveksi', 1),
      at('Bengle', 'batik-halus', 1, ['beras mawur', 'gribigan', 'gringsing'], 'Tegalan'),
      at('Talang', 'logam', 1),
    ],
  },
  {
    code: '33.29',
    name: 'Brebes',
    localities: [
      at('Salem', 'batik-halus', 2, ['kopi pecah', 'manggaran', 'bawang brebes', 'gringsing'], 'Salem'),
      at('Bumiayu', 'konveksi', 1),
    ],
  },
  {
    code: '33.71',
    name: 'Magelang',
    localities: [
      at('Kampung Potrobangsan', 'batik-cap', 1, ['kembang setaman', 'borobudur', 'bunga rampai']),
      at('Kampung Rejowinangun', 'sulam', 1),
    ],
  },
  {
    code: '33.72',
    name: 'Surakarta',
    localities: [
      at('Laweyan', 'batik-halus', 2, SOLO, 'Solo'),
      at('Kauman', 'batik-cap', 2, SOLO, 'Solo'),
      at('Pasar Kliwon', 'batik-printing', 2, SOLO, 'Solo'),
      at('Serengan', 'blangkon', 2, undefined, 'Solo'),
      at('Banjarsari', 'jumputan', 1, undefined, 'Solo'),
    ],
  },
  {
    code: '33.73',
    name: 'Salatiga',
    localities: [
      at('Kampung Tingkir', 'konveksi', 1),
      at('Kampung Sidorejo', 'batik-cap', 1, ['plumpungan', 'kembang setaman', 'kopi pecah']),
      at('Kampung Kutowinangun', 'jumputan', 1),
    ],
  },
  {
    code: '33.74',
    name: 'Semarang',
    localities: [
      at('Kampung Batik Bubakan', 'batik-cap', 2, SEMARANG, 'Semarangan'),
      at('Gunungpati', 'ecoprint', 2),
      at('Banyumanik', 'sulam', 1),
      at('Tembalang', 'rajut', 1),
      at('Meteseh', 'batik-halus', 1, SEMARANG, 'Semarangan'),
    ],
  },
  {
    code: '33.75',
    name: 'Pekalongan',
    localities: [
      at('Kauman', 'batik-cap', 2, PEKALONGAN),
      at('Pesindon', 'batik-halus', 2, PEKALONGAN),
      at('Jenggot', 'batik-printing', 2, PEKALONGAN),
      at('Medono', 'goyor', 1, ['ikat tribal', 'palekat', 'gunungan']),
      at('Landungsari', 'konveksi', 1),
      at('Kergon', 'batik-printing', 1, PEKALONGAN),
    ],
  },
  {
    code: '33.76',
    name: 'Tegal',
    localities: [
      at('Kalinyamat', 'batik-halus', 1, ['beras mawur', 'gribigan', 'mina bahari'], 'Tegalan'),
      at('Margadana', 'goyor', 1, ['palekat', 'kotak klasik', 'goyor botolan']),
      at('Debong', 'konveksi', 1),
    ],
  },
];
