import type { Sentences } from './locale.ts';

/** What every page shows around its own content, and the words that product cards share. */
interface Shop {
  brand: string;
  brandPlace: string;
  tagline: string;
  skip: string;
  home: string;
  search: string;
  searchLabel: string;
  searchPlaceholder: string;
  mainNavigation: string;
  breadcrumbs: string;
  categories: string;
  regions: string;
  sellers: string;
  expo: string;
  cart: string;
  otherLanguage: string;
  footerShop: string;
  footerAbout: string;
  footerRunBy: string;
  sampleNotice: string;
  howToShop: string;
  findOrder: string;
  about: string;
  achievements: string;
  privacy: string;
  terms: string;
  complaints: string;
  complaintsNote: string;
  noMoneyHeld: string;
  registration: string;
  address: string;
  phone: string;
  email: string;
  from: string;
  soldOut: string;
  preOrder: (days: number) => string;
  exportReady: string;
  illustration: string;
  placeMap: string;
  pages: string;
  previous: string;
  next: string;
  page: (page: number, last: number) => string;
  productCount: (count: string) => string;
  sellerCount: (count: string) => string;
  optional: string;
  copy: string;
  copied: string;
  errorSummary: string;
}

export const shop: Sentences<Shop> = {
  id: {
    brand: 'Mal UKM',
    brandPlace: 'Jawa Tengah',
    tagline: 'Mal UKM Jawa Tengah: batik, tenun, dan busana langsung dari pembuatnya',
    skip: 'Langsung ke isi',
    home: 'Beranda',
    search: 'Cari',
    searchLabel: 'Cari produk',
    searchPlaceholder: 'Cari batik, kebaya, tenun…',
    mainNavigation: 'Utama',
    breadcrumbs: 'Letak halaman',
    categories: 'Kategori',
    regions: 'Daerah',
    sellers: 'UKM',
    expo: 'Expo',
    cart: 'Keranjang',
    otherLanguage: 'English',
    footerShop: 'Belanja',
    footerAbout: 'Tentang mal',
    footerRunBy: 'Pengelola',
    sampleNotice: 'Contoh, bukan situs resmi. Penjual, produk, dan nomor di sini bukan sungguhan.',
    howToShop: 'Cara belanja',
    findOrder: 'Cari pesanan saya',
    about: 'Tentang Mal UKM',
    achievements: 'Capaian',
    privacy: 'Privasi',
    terms: 'Syarat dan ketentuan',
    complaints: 'Pengaduan konsumen',
    complaintsNote: 'Ada masalah dengan pesanan? Kami menjawab paling lambat 2 hari kerja.',
    noMoneyHeld:
      'Setiap penjual berjualan atas namanya sendiri dan dibayar langsung oleh Anda. Mal ini tidak memegang uang siapa pun.',
    registration: 'Pendaftaran PSE',
    address: 'Alamat',
    phone: 'Telepon/WhatsApp',
    email: 'E-mail',
    from: 'mulai',
    soldOut: 'Stok habis',
    preOrder: (days) => `PO ${days} hari`,
    exportReady: 'Siap ekspor',
    illustration: 'Ilustrasi',
    placeMap: 'Peta daerah',
    pages: 'Halaman',
    previous: 'Sebelumnya',
    next: 'Berikutnya',
    page: (page, last) => `Halaman ${page} dari ${last}`,
    productCount: (count) => `${count} produk`,
    sellerCount: (count) => `${count} UKM`,
    optional: '(opsional)',
    copy: 'Salin',
    copied: 'Disalin',
    errorSummary: 'Ada isian yang perlu diperbaiki',
  },
  en: {
    brand: 'Mal UKM',
    brandPlace: 'Central Java',
    tagline: 'Mal UKM, Central Java: batik, handwoven cloth and clothing straight from their makers',
    skip: 'Skip to content',
    home: 'Home',
    search: 'Search',
    searchLabel: 'Search products',
    searchPlaceholder: 'Search batik, kebaya, tenun…',
    mainNavigation: 'Main',
    breadcrumbs: 'Breadcrumbs',
    categories: 'Categories',
    regions: 'Places',
    sellers: 'Makers',
    expo: 'Expo',
    cart: 'Cart',
    otherLanguage: 'Bahasa Indonesia',
    footerShop: 'Shop',
    footerAbout: 'About',
    footerRunBy: 'Run by',
    sampleNotice: 'A sample, not an official site. Sellers, products and numbers here are not real.',
    howToShop: 'How to shop',
    findOrder: 'Find my order',
    about: 'About Mal UKM',
    achievements: 'Results so far',
    privacy: 'Privacy',
    terms: 'Terms',
    complaints: 'Consumer complaints',
    complaintsNote: 'A problem with an order? We answer within 2 working days.',
    noMoneyHeld:
      'Each seller trades in their own name and is paid directly by you. The mall holds nobody’s money.',
    registration: 'PSE registration',
    address: 'Address',
    phone: 'Phone/WhatsApp',
    email: 'E-mail',
    from: 'from',
    soldOut: 'Sold out',
    preOrder: (days) => `Made to order, ${days} days`,
    exportReady: 'Ships abroad',
    illustration: 'Illustration',
    placeMap: 'Map of places',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (page, last) => `Page ${page} of ${last}`,
    productCount: (count) => `${count} products`,
    sellerCount: (count) => `${count} makers`,
    optional: '(optional)',
    copy: 'Copy',
    copied: 'Copied',
    errorSummary: 'Some fields need your attention',
  },
};
