import { z } from 'zod';
import { count, day, district, line, price, regency } from './fields.ts';
import { phone } from './phone.ts';

const bankAccount = z.strictObject({
  bank: line(40).describe('Nama bank, misalnya "Bank Jateng".'),
  number: z
    .string({ error: 'harus berupa teks dalam tanda kutip agar nol di depan tidak hilang' })
    .regex(/^[0-9 .-]{5,30}$/, 'harus nomor rekening: 5 sampai 30 angka')
    .describe('Nomor rekening, dalam tanda kutip.'),
  holder: line(80).describe('Nama pemilik rekening seperti di buku tabungan.'),
});

/** `content/sellers/<seller>.json` */
export const sellerSchema = z.strictObject({
  name: line(80).describe('Nama toko yang dibaca pembeli.'),
  legal_name: line(120).optional().describe('Nama usaha pada NIB.'),
  nib: z
    .string()
    .regex(/^\d{13}$/, 'harus 13 angka dalam tanda kutip')
    .optional()
    .describe('Nomor Induk Berusaha, 13 angka.'),
  regency: regency.describe('Kode Kemendagri kabupaten/kota tempat usaha, misalnya "33.26".'),
  district: district.optional().describe('Kode Kemendagri kecamatan, asal pengiriman.'),
  address: line(200).optional().describe('Alamat toko atau bengkel yang boleh dikunjungi pembeli.'),
  hours: line(120).optional().describe('Jam buka, misalnya "Senin–Sabtu 08.00–16.00 WIB".'),
  holiday: z
    .strictObject({
      from: day.describe('Hari pertama libur.'),
      until: day.describe('Hari terakhir libur.'),
      note: line(160).optional().describe('Pesan untuk pembeli selama libur.'),
    })
    .optional()
    .describe('Masa libur; pesanan tetap diterima dan dikirim sesudahnya.'),
  since: count('tahun', 2100).min(1900, 'paling awal 1900').optional().describe('Tahun usaha dimulai.'),
  about: z
    .string()
    .trim()
    .max(1500, 'paling panjang 1500 huruf')
    .optional()
    .describe('Cerita singkat usaha.'),
  about_en: z.string().trim().max(1500).optional().describe('Cerita singkat dalam bahasa Inggris.'),
  known_for: z.array(line(60)).max(6).default([]).describe('Yang paling dikenal dari toko ini.'),
  email: z
    .email({ error: 'harus alamat e-mail, misalnya "toko@contoh.id"' })
    .describe('E-mail untuk pesanan dan masuk ke lapak.'),
  whatsapp: phone.describe('Nomor WhatsApp toko, misalnya "0812 3456 7890" atau "+62 812 3456 7890".'),
  instagram: z
    .string()
    .regex(/^[A-Za-z0-9._]{1,30}$/, 'nama akun tanpa @')
    .optional()
    .describe('Nama akun Instagram tanpa @.'),
  payments: z
    .strictObject({
      qris: line(512).optional().describe('Isi QRIS statis toko (teks yang diawali 000201).'),
      bank: bankAccount.optional().describe('Rekening untuk transfer.'),
      cod: z
        .strictObject({
          max: price.optional().describe('Batas nilai pesanan COD dalam rupiah.'),
          regions: z
            .array(line(8))
            .optional()
            .describe('Kode provinsi atau kabupaten/kota yang dilayani COD.'),
        })
        .optional()
        .describe('Bayar di tempat; hapus bila tidak melayani.'),
      abroad: bankAccount
        .extend({
          swift: line(11).describe('Kode SWIFT/BIC bank.'),
          currencies: z
            .array(z.string().regex(/^[A-Z]{3}$/))
            .min(1)
            .describe('Mata uang yang diterima, misalnya "SGD".'),
        })
        .optional()
        .describe('Rekening untuk kiriman uang dari luar negeri.'),
      gateway: z.boolean().optional().describe('Menerima pembayaran lewat gateway bila mal menyalakannya.'),
    })
    .refine((payments) => Object.keys(payments).length > 0, 'isi paling sedikit satu cara bayar')
    .describe('Cara bayar langsung ke penjual.'),
  sample: z.boolean().optional().describe('Penjual contoh: nomor dan rekeningnya bukan sungguhan.'),
  draft: z.boolean().optional().describe('Belum lengkap: hasil impor yang masih menunggu data penjual.'),
});

/** A seller as the file gives it, defaults filled in. */
export type SellerContent = z.output<typeof sellerSchema>;
