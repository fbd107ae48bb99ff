import type { Sentences } from '../locale.ts';

/** What the front page, lists, sellers, expos and the achievements say. Numbers arrive formatted. */
interface Browse {
  heroTitle: string;
  heroLead: (sellers: string, places: string) => string;
  heroBrowse: string;
  heroPlaces: string;
  homeDescription: (products: string, sellers: string) => string;
  categoriesTitle: string;
  categoriesAll: string;
  categoriesDescription: string;
  picksTitle: string;
  picksLead: string;
  placesTitle: string;
  placesAll: string;
  placesLead: string;
  placesDescription: (places: string) => string;
  howTitle: string;
  how: { title: string; text: string }[];
  howMore: string;
  expoBandTitle: string;
  expoBandText: string;
  expoBandLink: string;
  sellersTitle: string;
  sellersLead: (sellers: string, places: string) => string;
  sellersDescription: (sellers: string, places: string) => string;
  categoryDescription: (category: string, products: string, text: string) => string;
  placeTitle: (place: string) => string;
  placeDescription: (place: string, sellers: string, products: string) => string;
  placeSellers: (place: string) => string;
  otherCategories: string;
  products: string;
  empty: string;
  pageSuffix: (page: number) => string;
  sellerDescription: (seller: string, place: string, products: string) => string;
  knownFor: string;
  address: string;
  hours: string;
  pays: string;
  since: string;
  nib: string;
  contact: string;
  sellerAskText: (seller: string, url: string) => string;
  sellerSample: string;
  sellerEmpty: string;
  expoTitle: string;
  expoLead: string;
  expoDescription: string;
  expoOpens: string;
  expoCloses: string;
  expoComing: string;
  expoOpen: string;
  expoOver: string;
  expoAlways: string;
  expoSellers: (count: string) => string;
  expoProducts: string;
  expoProductsNote: (shown: string, total: string) => string;
  recorded: string;
  asOf: (moment: string) => string;
  source: (source: string) => string;
  turnover: string;
  visitors: string;
  inquiries: string;
  sellersFigure: string;
  productsFigure: string;
  achievementsTitle: string;
  achievementsDescription: string;
  achievementsLead: (moment: string) => string;
  achievementsTotal: string;
  achievementsSum: (parts: string) => string;
  achievementsChart: string;
  achievementsReached: string;
  achievementsReachedText: string;
  achievementsTable: string;
  edition: string;
  moment: string;
  updated: (day: string) => string;
  notFoundTitle: string;
  notFoundText: string;
  feedTitle: string;
}

export const browse: Sentences<Browse> = {
  id: {
    heroTitle: 'Batik, tenun, dan busana langsung dari pembuatnya',
    heroLead: (sellers, places) =>
      `${sellers} UKM dari ${places} kabupaten dan kota di Jawa Tengah berjualan di sini, sepanjang tahun. Anda membayar langsung ke pembuatnya.`,
    heroBrowse: 'Lihat kategori',
    heroPlaces: 'Lihat daerah',
    homeDescription: (products, sellers) =>
      `${products} produk busana dari ${sellers} UKM Jawa Tengah: batik, tenun, lurik, bordir, dan kebaya langsung dari pembuatnya.`,
    categoriesTitle: 'Kategori',
    categoriesAll: 'Semua kategori',
    categoriesDescription: 'Semua kategori busana dan kain di Mal UKM Jawa Tengah.',
    picksTitle: 'Dari bermacam bengkel',
    picksLead: 'Satu produk dari setiap toko.',
    placesTitle: 'Setiap daerah punya keahliannya',
    placesAll: 'Semua daerah',
    placesLead:
      'Pekalongan dikenal karena batiknya, Troso karena tenunnya, Kudus karena bordirnya. Pilih daerah, lalu kenali pembuatnya.',
    placesDescription: (places) =>
      `Belanja menurut daerah: UKM dari ${places} kabupaten dan kota di Jawa Tengah.`,
    howTitle: 'Cara belanja',
    how: [
      {
        title: 'Pilih barang',
        text: 'Masukkan ke keranjang, juga dari beberapa toko sekaligus. Tidak perlu membuat akun.',
      },
      { title: 'Isi alamat', text: 'Ongkir tampil sebelum Anda memesan, dan tidak ada tagihan susulan.' },
      {
        title: 'Bayar ke penjual',
        text: 'Lewat transfer bank, QRIS, atau di tempat. Mal ini tidak memegang uang siapa pun.',
      },
    ],
    howMore: 'Cara belanja selengkapnya',
    expoBandTitle: 'Expo boleh tutup, malnya tetap buka',
    expoBandText:
      'Mal ini tumbuh dari UKM Virtual Expo. Produk dari setiap expo tetap bisa dipesan sesudah expo selesai.',
    expoBandLink: 'Lihat capaiannya',
    sellersTitle: 'UKM di mal ini',
    sellersLead: (sellers, places) => `${sellers} usaha dari ${places} kabupaten dan kota.`,
    sellersDescription: (sellers, places) =>
      `Daftar ${sellers} UKM busana dan kain dari ${places} kabupaten dan kota di Jawa Tengah.`,
    categoryDescription: (category, products, text) =>
      `${category}: ${products} produk dari UKM Jawa Tengah. ${text}`,
    placeTitle: (place) => `Produk dari ${place}`,
    placeDescription: (place, sellers, products) =>
      `${products} produk dari ${sellers} UKM di ${place}, Jawa Tengah, dipesan langsung dari pembuatnya.`,
    placeSellers: (place) => `UKM di ${place}`,
    otherCategories: 'Kategori lain',
    products: 'Produk',
    empty: 'Belum ada produk di sini.',
    pageSuffix: (page) => ` (halaman ${page})`,
    sellerDescription: (seller, place, products) =>
      `${seller} dari ${place}: ${products} produk di Mal UKM Jawa Tengah.`,
    knownFor: 'Dikenal karena',
    address: 'Alamat',
    hours: 'Jam buka',
    pays: 'Cara bayar',
    since: 'Berdiri',
    nib: 'NIB',
    contact: 'Hubungi',
    sellerAskText: (seller, url) => `Halo Kak, saya melihat toko ${seller} di Mal UKM: ${url}`,
    sellerSample: 'Toko contoh: nomor dan rekeningnya bukan sungguhan.',
    sellerEmpty: 'Toko ini belum punya produk di mal.',
    expoTitle: 'Expo',
    expoLead:
      'Expo dibuka dan ditutup pada tanggalnya. Malnya selalu buka, dan produk dari setiap expo tetap bisa dipesan.',
    expoDescription:
      'UKM Virtual Expo: kapan dibuka dan ditutup, siapa yang ikut, dan produk yang masih bisa dipesan.',
    expoOpens: 'Dibuka',
    expoCloses: 'Ditutup',
    expoComing: 'Expo ini akan datang.',
    expoOpen: 'Expo ini sedang berlangsung.',
    expoOver: 'Expo ini sudah selesai.',
    expoAlways: 'Produknya bisa dipesan di mal kapan saja.',
    expoSellers: (count) => `${count} UKM yang ikut`,
    expoProducts: 'Produk dari expo ini',
    expoProductsNote: (shown, total) =>
      `${shown} dari ${total} produk. Selebihnya ada di toko masing-masing.`,
    recorded: 'Angka yang tercatat',
    asOf: (moment) => `Sampai ${moment}`,
    source: (source) => `Sumber: ${source}`,
    turnover: 'Omzet',
    visitors: 'Pengunjung',
    inquiries: 'E-mail penawaran',
    sellersFigure: 'UKM',
    productsFigure: 'Produk',
    achievementsTitle: 'Capaian',
    achievementsDescription:
      'Omzet, pengunjung, dan penawaran UKM Virtual Expo menurut angka yang tercatat, lengkap dengan sumbernya.',
    achievementsLead: (moment) => `Angka yang tercatat sampai ${moment}.`,
    achievementsTotal: 'Omzet seluruh expo',
    achievementsSum: (parts) => `Jumlah dari ${parts}.`,
    achievementsChart: 'Omzet menurut expo',
    achievementsReached: 'Sampai ke mana',
    achievementsReachedText: 'Barang dari kedua expo sampai ke Palangkaraya, Hong Kong, dan Singapura.',
    achievementsTable: 'Semua angka dan sumbernya',
    edition: 'Expo',
    moment: 'Sampai saat',
    updated: (day) => `Terakhir diubah ${day}`,
    notFoundTitle: 'Halaman ini tidak ada',
    notFoundText:
      'Mungkin alamatnya salah ketik, atau produknya sudah tidak dijual. Coba cari, atau mulai dari kategori.',
    feedTitle: 'Produk terbaru di Mal UKM',
  },
  en: {
    heroTitle: 'Batik, handwoven cloth and kebaya from the people who make them',
    heroLead: (sellers, places) =>
      `${sellers} small makers from ${places} places in Central Java, Indonesia, sell here all year round. You pay the maker directly.`,
    heroBrowse: 'Browse categories',
    heroPlaces: 'Browse by place',
    homeDescription: (products, sellers) =>
      `${products} garments and cloths from ${sellers} small makers in Central Java: batik, ikat, lurik, embroidery and kebaya.`,
    categoriesTitle: 'Categories',
    categoriesAll: 'All categories',
    categoriesDescription: 'All categories of clothing and cloth at Mal UKM, Central Java.',
    picksTitle: 'From many workshops',
    picksLead: 'One product from each shop.',
    placesTitle: 'Every place has its craft',
    placesAll: 'All places',
    placesLead:
      'Pekalongan is known for batik, Troso for ikat, Kudus for embroidery. Choose a place and meet its makers.',
    placesDescription: (places) =>
      `Shop by place: makers from ${places} regencies and cities of Central Java.`,
    howTitle: 'How to order from abroad',
    how: [
      {
        title: 'Choose',
        text: 'Put things into the cart, also from several makers at once. No account is needed.',
      },
      {
        title: 'Tell us where to',
        text: 'To Singapore and Hong Kong a fee is shown; to other countries the maker quotes it before you pay.',
      },
      {
        title: 'Pay the maker',
        text: 'By international transfer to the account on your order’s page. The mall holds nobody’s money.',
      },
    ],
    howMore: 'How to shop (in Indonesian)',
    expoBandTitle: 'An expo closes, the mall stays open',
    expoBandText: 'This mall grew out of the UKM Virtual Expo. What was shown there can still be ordered.',
    expoBandLink: 'See the results',
    sellersTitle: 'Makers in this mall',
    sellersLead: (sellers, places) => `${sellers} businesses from ${places} places.`,
    sellersDescription: (sellers, places) =>
      `${sellers} makers of clothing and cloth from ${places} places in Central Java.`,
    categoryDescription: (category, products, text) =>
      `${category}: ${products} products from Central Java. ${text}`,
    placeTitle: (place) => `From ${place}`,
    placeDescription: (place, sellers, products) =>
      `${products} products from ${sellers} makers in ${place}, Central Java.`,
    placeSellers: (place) => `Makers in ${place}`,
    otherCategories: 'Other categories',
    products: 'Products',
    empty: 'Nothing here yet.',
    pageSuffix: (page) => ` (page ${page})`,
    sellerDescription: (seller, place, products) =>
      `${seller} from ${place}: ${products} products at Mal UKM, Central Java.`,
    knownFor: 'Known for',
    address: 'Address',
    hours: 'Opening hours',
    pays: 'Ways of paying',
    since: 'Since',
    nib: 'Business number (NIB)',
    contact: 'Contact',
    sellerAskText: (seller, url) => `Hello, I found ${seller} at Mal UKM: ${url}`,
    sellerSample: 'A sample shop: its numbers and accounts are not real.',
    sellerEmpty: 'This shop has no products in the mall yet.',
    expoTitle: 'Expo',
    expoLead:
      'Expos open and close on their dates. The mall is always open, and what was shown can still be ordered.',
    expoDescription:
      'UKM Virtual Expo: when it opens and closes, who takes part, and what can still be ordered.',
    expoOpens: 'Opens',
    expoCloses: 'Closes',
    expoComing: 'This expo is yet to come.',
    expoOpen: 'This expo is on.',
    expoOver: 'This expo is over.',
    expoAlways: 'Its products can be ordered in the mall at any time.',
    expoSellers: (count) => `${count} makers taking part`,
    expoProducts: 'Products from this expo',
    expoProductsNote: (shown, total) =>
      `${shown} of ${total} products. The others are in their makers’ shops.`,
    recorded: 'Recorded figures',
    asOf: (moment) => `As of ${moment}`,
    source: (source) => `Source: ${source}`,
    turnover: 'Turnover',
    visitors: 'Visitors',
    inquiries: 'Offer e-mails',
    sellersFigure: 'Makers',
    productsFigure: 'Products',
    achievementsTitle: 'Results so far',
    achievementsDescription:
      'Turnover, visitors and inquiries of the UKM Virtual Expo as recorded, with their source.',
    achievementsLead: (moment) => `Figures as recorded by ${moment}.`,
    achievementsTotal: 'Turnover of all expos',
    achievementsSum: (parts) => `The sum of ${parts}.`,
    achievementsChart: 'Turnover by expo',
    achievementsReached: 'How far it went',
    achievementsReachedText: 'Goods from both expos went to Palangkaraya, Hong Kong and Singapore.',
    achievementsTable: 'All figures and their source',
    edition: 'Expo',
    moment: 'As of',
    updated: (day) => `Last changed ${day}`,
    notFoundTitle: 'There is no such page',
    notFoundText:
      'The address may be mistyped, or the product is no longer sold. Try a search, or start from the categories.',
    feedTitle: 'New at Mal UKM',
  },
};
