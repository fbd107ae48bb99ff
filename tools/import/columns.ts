/** What a table of listings may tell of a product, with the headers that mean it. */
const HEADERS = {
  title: [
    'judul',
    'nama',
    'nama produk',
    'nama barang',
    'produk',
    'barang',
    'title',
    'name',
    'product',
    'product name',
  ],
  price: ['harga', 'harga satuan', 'harga jual', 'price', 'unit price'],
  category: ['kategori', 'jenis', 'category', 'type'],
  location: [
    'lokasi',
    'kota',
    'kabupaten',
    'kabupaten kota',
    'kab kota',
    'daerah',
    'asal',
    'wilayah',
    'location',
    'city',
    'regency',
  ],
  sold: ['terjual', 'sold'],
  stock: ['stok', 'persediaan', 'jumlah', 'stock', 'qty', 'quantity'],
  weight: ['berat', 'berat gram', 'berat g', 'weight', 'weight g', 'weight gram', 'weight grams'],
  photo: ['foto', 'gambar', 'berkas foto', 'nama foto', 'photo', 'photos', 'image', 'images', 'picture'],
  seller: ['penjual', 'toko', 'nama toko', 'ukm', 'nama ukm', 'seller', 'shop', 'store'],
  edition: ['edisi', 'expo', 'edition'],
  description: ['deskripsi', 'keterangan', 'penjelasan', 'description'],
  materials: ['bahan', 'material', 'materials'],
  motif: ['motif', 'corak', 'pattern'],
  variants: ['varian', 'variasi', 'pilihan', 'variants', 'variant'],
  sizes: ['ukuran', 'size', 'sizes'],
  colors: ['warna', 'color', 'colors', 'colour', 'colours'],
  address: ['alamat', 'slug', 'address'],
  more: ['isian lain', 'other fields'],
} as const;

export type Field = keyof typeof HEADERS;

export const FIELD_NAMES = Object.keys(HEADERS) as Field[];

const FIELDS = new Map<string, Field>(
  FIELD_NAMES.flatMap((field) => HEADERS[field].map((name): [string, Field] => [name, field])),
);

/** The field that a header means; spaces, case and what stands in brackets don't matter: `Harga (Rp)`. */
export function fieldOf(header: string): Field | undefined {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return FIELDS.get(words(header)) ?? FIELDS.get(words(header.replace(/\([^)]*\)/g, '')));
}
