/** The columns of the table for products, in order: headers that the import reads, and what each is for. */
export const EXPORT_COLUMNS = [
  {
    header: 'alamat',
    required: 'tidak',
    help: 'Nama halaman produk (nama berkasnya). Kosongkan untuk produk baru: dibuat dari judul.',
    example: '',
  },
  {
    header: 'judul',
    required: 'ya',
    help: 'Nama produk seperti yang dicari pembeli: jenis, bahan, motif.',
    example: 'Kemeja Batik Cap Parang Katun',
  },
  {
    header: 'harga',
    required: 'ya',
    help: 'Harga satu barang. Boleh ditulis 185000, Rp 185.000, atau 185rb.',
    example: 'Rp 185.000',
  },
  {
    header: 'kategori',
    required: 'ya',
    help: 'Nama kategori atau kata lain untuknya, misalnya kemeja, gamis, sarung.',
    example: 'Kemeja',
  },
  {
    header: 'penjual',
    required: 'bila ada',
    help: 'Nama toko. Kosong: satu penjual draf untuk tiap lokasi, atau pakai --seller.',
    example: 'Batik Sekar',
  },
  {
    header: 'lokasi',
    required: 'penjual baru',
    help: 'Kabupaten atau kota penjual, misalnya Kab. Pekalongan.',
    example: 'Kab. Pekalongan',
  },
  {
    header: 'expo',
    required: 'tidak',
    help: 'Expo tempat produk pertama ikut, misalnya uvo-2. Kosong: expo yang terbaru.',
    example: 'UVO II',
  },
  {
    header: 'stok',
    required: 'tidak',
    help: 'Jumlah barang yang ada. Kosong: dianggap 10. "habis" berarti 0.',
    example: '12',
  },
  {
    header: 'berat',
    required: 'tidak',
    help: 'Berat setelah dikemas: 350, 350 gr, atau 0,5 kg. Kosong: berat umum kategorinya.',
    example: '350',
  },
  {
    header: 'foto',
    required: 'tidak',
    help: 'Nama berkas foto, dipisah koma. Kosong: foto dibagikan berurutan, atau digambar.',
    example: 'kemeja-parang-1.jpg, kemeja-parang-2.jpg',
  },
  { header: 'bahan', required: 'tidak', help: 'Bahan, dipisah koma.', example: 'katun primisima' },
  { header: 'motif', required: 'tidak', help: 'Nama motif, misalnya parang.', example: 'parang' },
  {
    header: 'varian',
    required: 'tidak',
    help: 'Pilihan ukuran atau warna: S, M, L. Bila harganya berbeda, satu baris untuk tiap pilihan: kode; nama; harga; stok.',
    example: 'S, M, L, XL',
  },
  {
    header: 'deskripsi',
    required: 'tidak',
    help: 'Dua atau tiga kalimat tentang barangnya.',
    example: 'Kemeja lengan pendek dari katun primisima, dicap tangan di Pekalongan.',
  },
  {
    header: 'isian lain',
    required: 'tidak',
    help: 'Ditulis oleh ekspor untuk isian yang tidak punya kolom; biarkan apa adanya.',
    example: '',
  },
] as const;

export type ExportColumn = (typeof EXPORT_COLUMNS)[number]['header'];
