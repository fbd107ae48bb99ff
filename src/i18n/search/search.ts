import type { ParamFault } from '../../domain/search/params.ts';
import type { Facet, Sort } from '../../domain/search/query.ts';
import type { Sentences } from '../locale.ts';

/** What the search says. `count` and `price` come formatted. */
interface SearchWords {
  title: string;
  titleFor: (query: string) => string;
  /** Above the results: "128 produk untuk kemeja batik". */
  found: (count: string, query: string) => string;
  foundAll: (count: string) => string;
  results: string;
  correctedTo: string;
  /** Before the words as typed, which are a link in quotes. */
  insteadOf: string;
  partial: string;
  filters: string;
  chosen: string;
  remove: (name: string) => string;
  removeAll: string;
  facets: Record<Facet, string>;
  seller: string;
  available: string;
  exportReady: string;
  minPrice: string;
  maxPrice: string;
  any: string;
  apply: string;
  sort: string;
  sorts: Record<Sort, string>;
  /** An order that the words asked for, on its chip. */
  sortedFirst: Record<'price_asc' | 'price_desc', string>;
  /** A price band; without one end it is open. */
  band: (min: string | undefined, max: string | undefined) => string;
  nothing: string;
  nothingFor: (query: string) => string;
  nothingHint: string;
  nearest: string;
  withoutFilter: (name: string, count: string) => string;
  categories: string;
  ask: string;
  askLink: string;
  noSuchPage: (last: number) => string;
  toFirstPage: string;
  invalid: string;
  searchWithout: string;
  unavailable: string;
  unavailableText: string;
  searching: string;
  foundHere: (count: number) => string;
  nothingHere: string;
  cannotHere: string;
  withoutScripts: string;
  faults: Record<ParamFault, string>;
}

export const searchWords: Sentences<SearchWords> = {
  id: {
    title: 'Cari',
    titleFor: (query) => `Cari: ${query}`,
    found: (count, query) => `${count} produk untuk “${query}”`,
    foundAll: (count) => `${count} produk`,
    results: 'Hasil pencarian',
    correctedTo: 'Menampilkan hasil untuk',
    insteadOf: 'Bukan itu? Cari persis',
    partial: 'Belum ada yang pas dengan semua kata. Ini yang paling mendekati.',
    filters: 'Saring',
    chosen: 'Saringan yang dipakai',
    remove: (name) => `Hapus saringan ${name}`,
    removeAll: 'Hapus semua saringan',
    facets: {
      category: 'Kategori',
      region: 'Daerah',
      edition: 'Expo',
      price: 'Harga',
      available: 'Tersedia',
      export_ready: 'Siap ekspor',
    },
    seller: 'UKM',
    available: 'Stok tersedia',
    exportReady: 'Siap ekspor',
    minPrice: 'Harga terendah (Rp)',
    maxPrice: 'Harga tertinggi (Rp)',
    any: 'Semua',
    apply: 'Terapkan',
    sort: 'Urutkan',
    sorts: {
      relevance: 'Paling cocok',
      newest: 'Terbaru',
      price_asc: 'Termurah',
      price_desc: 'Termahal',
    },
    sortedFirst: { price_asc: 'Termurah dulu', price_desc: 'Termahal dulu' },
    band: (min, max) =>
      max === undefined ? `${min ?? 'Rp0'} ke atas` : min === undefined ? `sampai ${max}` : `${min}–${max}`,
    nothing: 'Belum ketemu. Coba kata lain',
    nothingFor: (query) => `Belum ketemu untuk “${query}”. Coba kata lain`,
    nothingHint: 'Coba kata yang lebih pendek atau lebih umum.',
    nearest: 'Mungkin maksud Anda',
    withoutFilter: (name, count) => `Tanpa saringan ${name}: ${count} produk`,
    categories: 'Lihat kategori',
    ask: 'Butuh yang khusus? Banyak UKM menerima pesanan.',
    askLink: 'Tanya penjual',
    noSuchPage: (last) => `Halaman ini tidak ada. Hasilnya hanya sampai halaman ${last}.`,
    toFirstPage: 'Ke halaman pertama',
    invalid: 'Ada bagian alamat pencarian yang tidak dikenali',
    searchWithout: 'Cari tanpa saringan itu',
    unavailable: 'Pencarian sedang beristirahat',
    unavailableText:
      'Mesin pencari mal sedang tidak dapat dihubungi. Kami mencarinya langsung di perangkat Anda.',
    searching: 'Mencari…',
    foundHere: (count) => `${count} produk ditemukan`,
    nothingHere: 'Belum ketemu. Coba kata lain.',
    cannotHere: 'Pencarian belum dapat dijalankan. Coba lagi sebentar lagi, atau lihat kategori.',
    withoutScripts: 'Coba lagi sebentar lagi, atau lihat kategori dan daerah di bawah ini.',
    faults: {
      whole_number: 'Isi dengan bilangan bulat rupiah, 0 atau lebih.',
      price_range: 'Harga tertinggi harus sama dengan atau di atas harga terendah.',
      page: 'Nomor halaman harus bilangan bulat dari 1 sampai 500.',
      per_page: 'Jumlah per halaman harus bilangan bulat dari 1 sampai 100.',
      sort: 'Urutan ini tidak dikenali.',
      flag: 'Isi dengan 1 atau kosongkan.',
      unknown: 'Pilihan ini tidak ada di mal.',
    },
  },
  en: {
    title: 'Search',
    titleFor: (query) => `Search: ${query}`,
    found: (count, query) => `${count} products for “${query}”`,
    foundAll: (count) => `${count} products`,
    results: 'Search results',
    correctedTo: 'Showing results for',
    insteadOf: 'Not that? Search exactly for',
    partial: 'Nothing fits all the words yet. These come closest.',
    filters: 'Filter',
    chosen: 'Filters in use',
    remove: (name) => `Remove filter ${name}`,
    removeAll: 'Remove all filters',
    facets: {
      category: 'Category',
      region: 'Place',
      edition: 'Expo',
      price: 'Price',
      available: 'Available',
      export_ready: 'Ships abroad',
    },
    seller: 'Maker',
    available: 'In stock',
    exportReady: 'Ships abroad',
    minPrice: 'Lowest price (Rp)',
    maxPrice: 'Highest price (Rp)',
    any: 'All',
    apply: 'Apply',
    sort: 'Sort',
    sorts: {
      relevance: 'Best match',
      newest: 'Newest',
      price_asc: 'Price: low to high',
      price_desc: 'Price: high to low',
    },
    sortedFirst: { price_asc: 'Cheapest first', price_desc: 'Dearest first' },
    band: (min, max) =>
      max === undefined ? `${min ?? 'Rp0'} and more` : min === undefined ? `up to ${max}` : `${min}–${max}`,
    nothing: 'Nothing found yet. Try another word',
    nothingFor: (query) => `Nothing found for “${query}” yet. Try another word`,
    nothingHint: 'Try a shorter or a more general word.',
    nearest: 'Did you mean',
    withoutFilter: (name, count) => `Without the filter ${name}: ${count} products`,
    categories: 'See the categories',
    ask: 'Looking for something special? Many makers work to order.',
    askLink: 'Ask a maker',
    noSuchPage: (last) => `There is no such page. The results end with page ${last}.`,
    toFirstPage: 'To the first page',
    invalid: 'A part of this search address is not valid',
    searchWithout: 'Search without that filter',
    unavailable: 'The search is taking a rest',
    unavailableText:
      'The mall’s search cannot be reached right now. We are searching on your device instead.',
    searching: 'Searching…',
    foundHere: (count) => `${count} products found`,
    nothingHere: 'Nothing found yet. Try another word.',
    cannotHere: 'The search cannot run yet. Please try again in a moment, or see the categories.',
    withoutScripts: 'Please try again in a moment, or see the categories and places below.',
    faults: {
      whole_number: 'Enter a whole number of rupiah, 0 or more.',
      price_range: 'The highest price must not be below the lowest.',
      page: 'The page number must be a whole number from 1 to 500.',
      per_page: 'The number per page must be a whole number from 1 to 100.',
      sort: 'This order is not known.',
      flag: 'Enter 1 or leave it empty.',
      unknown: 'The mall has no such choice.',
    },
  },
};
