import { z } from 'zod';
import { MAX_QTY } from '../domain/limits.ts';
import { LABEL_KINDS, TECHNIQUES, UNITS } from '../domain/products/product.ts';
import { ask, count, day, line, photo, price, slug } from './fields.ts';

const stock = count('potong', 100_000).meta(
  ask('Stok', 'Jumlah stok awal; setelah pesanan pertama, stok diatur di lapak, bukan di sini.'),
);

const weight = z
  .number({ error: 'harus berupa angka gram, misalnya 350' })
  .int('harus bilangan bulat gram')
  .min(1, 'paling ringan 1 gram')
  .max(100_000, 'paling berat 100000 gram')
  .meta(ask('Berat (gram)', 'Berat dalam gram setelah dikemas, dasar ongkir.'));

export const variantSchema = z
  .strictObject({
    id: slug.meta(
      ask('Nama singkat', 'Nama singkat varian untuk alamat dan SKU, misalnya "m" atau "merah-xl".'),
    ),
    name: line(60).meta(
      ask('Nama varian', 'Nama varian yang dibaca pembeli, misalnya "M" atau "Merah, XL".'),
    ),
    price: price
      .optional()
      .meta(ask('Harga (Rp)', 'Harga varian dalam rupiah bila berbeda dari harga produk.')),
    stock: stock.optional(),
    weight: weight.optional(),
    photo: photo
      .optional()
      .meta(ask('Foto varian', 'Foto khusus varian ini, salah satu berkas di folder yang sama.')),
    aliases: z
      .array(slug)
      .max(20)
      .default([])
      .meta(
        ask('Nama singkat lama', 'Nama singkat lama varian ini; stok dan pesanan lamanya tetap terhitung.'),
      ),
  })
  .meta(ask('Varian', 'Satu pilihan ukuran atau warna.'));

/** Front matter of `content/products/<seller>/<product>.md`; the text below it is the description. */
export const productSchema = z
  .strictObject({
    title: line(140).meta(
      ask('Nama produk', 'Nama produk seperti yang dicari pembeli: jenis, bahan, motif.'),
    ),
    price: price.meta(ask('Harga (Rp)', 'Harga satu satuan dalam rupiah, tanpa titik.')),
    category: slug.meta(ask('Kategori', 'Kategori, salah satu slug di categories.json.')),
    weight,
    packed_size_cm: z
      .strictObject({
        length: z.number().positive().max(300).meta(ask('Panjang (cm)', 'Panjang kemasan dalam cm.')),
        width: z.number().positive().max(300).meta(ask('Lebar (cm)', 'Lebar kemasan dalam cm.')),
        height: z.number().positive().max(300).meta(ask('Tinggi (cm)', 'Tinggi kemasan dalam cm.')),
      })
      .optional()
      .meta(ask('Ukuran kemasan', 'Ukuran setelah dikemas; dipakai bila paketnya ringan tetapi besar.')),
    unit: z
      .enum(UNITS, { error: `harus salah satu dari: ${UNITS.join(', ')}` })
      .default('pcs')
      .meta(ask('Satuan', 'Satuan yang dijual: pcs, lembar, meter, set, pasang, lusin (12), kodi (20).')),
    photos: z
      .array(photo)
      .min(1, 'paling sedikit satu foto')
      .max(10, 'paling banyak sepuluh foto')
      .meta(ask('Foto', 'Nama berkas foto di folder yang sama; yang pertama tampil di daftar.')),
    edition: slug.meta(ask('Expo', 'Expo tempat produk ini pertama kali ikut, misalnya "uvo-2".')),
    stock: stock.optional(),
    made_to_order_days: count('hari', 180)
      .min(1, 'paling sedikit 1 hari')
      .optional()
      .meta(
        ask(
          'Lama pre-order (hari)',
          'Lama pengerjaan dalam hari untuk barang yang dibuat setelah dipesan (PO).',
        ),
      ),
    min_qty: count('potong', 1000)
      .min(1, 'paling sedikit 1')
      .default(1)
      .meta(ask('Pembelian paling sedikit', 'Jumlah pembelian paling sedikit.')),
    tiers: z
      .array(
        z.strictObject({
          min_qty: count('potong', MAX_QTY)
            .min(2, 'paling sedikit 2')
            .meta(ask('Mulai jumlah', 'Mulai dari jumlah ini.')),
          price: price.meta(ask('Harga grosir (Rp)', 'Harga satu satuan dalam rupiah mulai jumlah itu.')),
        }),
      )
      .max(5, 'paling banyak lima tingkat')
      .default([])
      .meta(ask('Harga grosir', 'Harga grosir: makin banyak, makin murah.')),
    variants: z
      .array(variantSchema)
      .max(60, 'paling banyak 60 varian')
      .default([])
      .meta(ask('Varian', 'Pilihan ukuran dan warna.')),
    materials: z
      .array(line(60))
      .max(6, 'paling banyak enam bahan')
      .default([])
      .meta(ask('Bahan', 'Bahan, misalnya "katun primisima".')),
    technique: z
      .enum(TECHNIQUES, { error: `harus salah satu dari: ${TECHNIQUES.join(', ')}` })
      .optional()
      .meta(ask('Teknik', 'Cara pembuatan, apa adanya: "printing" untuk kain bermotif batik yang dicetak.')),
    motif: line(60).optional().meta(ask('Motif', 'Nama motif, misalnya "parang" atau "mega mendung".')),
    colors: z
      .array(line(30))
      .max(8, 'paling banyak delapan warna')
      .default([])
      .meta(ask('Warna', 'Warna utama.')),
    size_chart: z
      .strictObject({
        columns: z
          .array(line(20))
          .min(1)
          .max(8)
          .meta(ask('Judul kolom', 'Judul kolom dalam cm, misalnya LD, PB.')),
        rows: z
          .array(
            z.strictObject({
              size: line(20).meta(ask('Ukuran', 'Nama ukuran, misalnya "M".')),
              cm: z
                .array(z.number().positive().max(500))
                .min(1)
                .max(8)
                .meta(ask('Angka (cm)', 'Ukuran dalam cm, urut seperti judul kolom.')),
            }),
          )
          .min(1)
          .max(20)
          .meta(ask('Baris', 'Satu baris untuk setiap ukuran.')),
      })
      .optional()
      .meta(ask('Tabel ukuran', 'Tabel ukuran dalam cm, toleransi ± 2.')),
    care: line(300).optional().meta(ask('Perawatan', 'Cara merawat.')),
    labels: z
      .array(
        z.strictObject({
          kind: z
            .enum(LABEL_KINDS, { error: `harus salah satu dari: ${LABEL_KINDS.join(', ')}` })
            .meta(ask('Jenis', 'Jenis label: sni, halal, tkdn, hki, batikmark, p-irt.')),
          number: line(60).meta(ask('Nomor', 'Nomor pada sertifikatnya.')),
          valid_until: day.optional().meta(ask('Berlaku sampai', 'Hari terakhir berlakunya, bila ada.')),
        }),
      )
      .max(6)
      .default([])
      .meta(ask('Sertifikat', 'Sertifikat yang dimiliki produk ini.')),
    export_ready: z
      .boolean({ error: 'harus true atau false' })
      .default(false)
      .meta(ask('Siap ekspor', 'Siap dikirim ke luar negeri; penjualnya perlu payments.abroad.')),
    title_en: line(140)
      .optional()
      .meta(ask('Nama (Inggris)', 'Nama produk dalam bahasa Inggris untuk pembeli luar negeri.')),
    description_en: z
      .string()
      .trim()
      .max(2000)
      .optional()
      .meta(ask('Penjelasan (Inggris)', 'Penjelasan singkat dalam bahasa Inggris.')),
    aliases: z
      .array(slug)
      .max(20)
      .default([])
      .meta(ask('Alamat lama', 'Slug lama produk ini; alamat lamanya tetap mengarah ke sini.')),
    sample: z.boolean().default(false).meta(ask('Contoh', 'Contoh, bukan barang sungguhan.')),
  })
  .superRefine((product, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const seen = new Set<string>();
    product.variants.forEach((variant, index) => {
      if (seen.has(variant.id)) issue(['variants', index, 'id'], `"${variant.id}" sudah dipakai varian lain`);
      seen.add(variant.id);
      variant.aliases.forEach((alias, position) => {
        const again =
          product.variants.some(({ id }) => id === alias) ||
          product.variants.some((other, at) => at < index && other.aliases.includes(alias));
        if (again) issue(['variants', index, 'aliases', position], `"${alias}" sudah dipakai varian lain`);
      });
      if (
        product.made_to_order_days === undefined &&
        variant.stock === undefined &&
        product.stock === undefined
      )
        issue(['variants', index, 'stock'], 'isi stok varian, atau made_to_order_days pada produk');
    });
    if (product.made_to_order_days !== undefined && product.stock !== undefined)
      issue(['stock'], 'barang PO tidak memakai stok: hapus stock atau made_to_order_days');
    if (!product.variants.length && product.made_to_order_days === undefined && product.stock === undefined)
      issue(['stock'], 'isi stock, atau made_to_order_days untuk barang PO');
    product.tiers.forEach((tier, index) => {
      const before = product.tiers[index - 1];
      if (before && tier.min_qty <= before.min_qty)
        issue(['tiers', index, 'min_qty'], 'urutkan tingkat grosir dari jumlah kecil ke besar');
      if (tier.price >= (before?.price ?? product.price))
        issue(['tiers', index, 'price'], 'harga grosir harus lebih murah daripada tingkat sebelumnya');
    });
    product.size_chart?.rows.forEach((row, index) => {
      if (row.cm.length !== product.size_chart?.columns.length)
        issue(['size_chart', 'rows', index, 'cm'], 'jumlah angka harus sama dengan jumlah kolom');
    });
  });

/** A product as its file gives it, defaults filled in. */
export type ProductContent = z.output<typeof productSchema>;
