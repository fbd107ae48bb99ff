import { z } from 'zod';
import { ask, count, day, district, line, price, regency } from './fields.ts';
import { phone } from './phone.ts';

const bankAccount = z.strictObject({
  bank: line(40).meta(ask('Bank', 'Nama bank, misalnya "Bank Jateng".')),
  number: z
    .string({ error: 'harus berupa teks dalam tanda kutip agar nol di depan tidak hilang' })
    .regex(/^[0-9 .-]{5,30}$/, 'harus nomor rekening: 5 sampai 30 angka')
    .meta(ask('Nomor rekening', 'Nomor rekening, dalam tanda kutip.')),
  holder: line(80).meta(ask('Atas nama', 'Nama pemilik rekening seperti di buku tabungan.')),
});

/** `content/sellers/<seller>.json` */
export const sellerSchema = z.strictObject({
  name: line(80).meta(ask('Nama toko', 'Nama toko yang dibaca pembeli.')),
  legal_name: line(120).optional().meta(ask('Nama usaha', 'Nama usaha pada NIB.')),
  nib: z
    .string()
    .regex(/^\d{13}$/, 'harus 13 angka dalam tanda kutip')
    .optional()
    .meta(ask('NIB', 'Nomor Induk Berusaha, 13 angka.')),
  regency: regency.meta(
    ask('Kabupaten/Kota', 'Kode Kemendagri kabupaten/kota tempat usaha, misalnya "33.26".'),
  ),
  district: district.optional().meta(ask('Kecamatan', 'Kode Kemendagri kecamatan, asal pengiriman.')),
  address: line(200)
    .optional()
    .meta(ask('Alamat', 'Alamat toko atau bengkel yang boleh dikunjungi pembeli.')),
  hours: line(120).optional().meta(ask('Jam buka', 'Jam buka, misalnya "Senin–Sabtu 08.00–16.00 WIB".')),
  holiday: z
    .strictObject({
      from: day.meta(ask('Mulai', 'Hari pertama libur.')),
      until: day.meta(ask('Sampai', 'Hari terakhir libur.')),
      note: line(160).optional().meta(ask('Pesan', 'Pesan untuk pembeli selama libur.')),
    })
    .optional()
    .meta(ask('Libur', 'Masa libur; pesanan tetap diterima dan dikirim sesudahnya.')),
  since: count('tahun', 2100)
    .min(1900, 'paling awal 1900')
    .optional()
    .meta(ask('Sejak tahun', 'Tahun usaha dimulai.')),
  about: z
    .string()
    .trim()
    .max(1500, 'paling panjang 1500 huruf')
    .optional()
    .meta(ask('Cerita usaha', 'Cerita singkat usaha.')),
  about_en: z
    .string()
    .trim()
    .max(1500)
    .optional()
    .meta(ask('Cerita usaha (Inggris)', 'Cerita singkat dalam bahasa Inggris.')),
  known_for: z
    .array(line(60))
    .max(6)
    .default([])
    .meta(ask('Dikenal karena', 'Yang paling dikenal dari toko ini.')),
  email: z
    .email({ error: 'harus alamat e-mail, misalnya "toko@contoh.id"' })
    .meta(ask('E-mail', 'E-mail untuk pesanan dan masuk ke lapak.')),
  whatsapp: phone.meta(
    ask('WhatsApp', 'Nomor WhatsApp toko, misalnya "0812 3456 7890" atau "+62 812 3456 7890".'),
  ),
  instagram: z
    .string()
    .regex(/^[A-Za-z0-9._]{1,30}$/, 'nama akun tanpa @')
    .optional()
    .meta(ask('Instagram', 'Nama akun Instagram tanpa @.')),
  payments: z
    .strictObject({
      qris: line(512).optional().meta(ask('QRIS', 'Isi QRIS statis toko (teks yang diawali 000201).')),
      bank: bankAccount.optional().meta(ask('Transfer bank', 'Rekening untuk transfer.')),
      cod: z
        .strictObject({
          max: price.optional().meta(ask('Batas (Rp)', 'Batas nilai pesanan COD dalam rupiah.')),
          regions: z
            .array(line(8))
            .optional()
            .meta(ask('Wilayah', 'Kode provinsi atau kabupaten/kota yang dilayani COD.')),
        })
        .optional()
        .meta(ask('COD (bayar di tempat)', 'Bayar di tempat; hapus bila tidak melayani.')),
      abroad: bankAccount
        .extend({
          swift: line(11).meta(ask('SWIFT/BIC', 'Kode SWIFT/BIC bank.')),
          currencies: z
            .array(z.string().regex(/^[A-Z]{3}$/))
            .min(1)
            .meta(ask('Mata uang', 'Mata uang yang diterima, misalnya "SGD".')),
        })
        .optional()
        .meta(ask('Dari luar negeri', 'Rekening untuk kiriman uang dari luar negeri.')),
      gateway: z
        .boolean()
        .optional()
        .meta(ask('Gateway', 'Menerima pembayaran lewat gateway bila mal menyalakannya.')),
    })
    .refine((payments) => Object.keys(payments).length > 0, 'isi paling sedikit satu cara bayar')
    .meta(ask('Cara bayar', 'Cara bayar langsung ke penjual.')),
  sample: z
    .boolean()
    .optional()
    .meta(ask('Contoh', 'Penjual contoh: nomor dan rekeningnya bukan sungguhan.')),
  draft: z
    .boolean()
    .optional()
    .meta(ask('Draf', 'Belum lengkap: toko dan produknya belum tampil di mal sampai baris ini dihapus.')),
});

/** A seller as the file gives it, defaults filled in. */
export type SellerContent = z.output<typeof sellerSchema>;
