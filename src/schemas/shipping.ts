import { z } from 'zod';
import { SHIPPING_KINDS } from '../domain/shipping.ts';
import { count, line } from './fields.ts';

const grams = (what: string) => count('gram', 1_000_000).describe(what);
const place = z
  .string()
  .regex(
    /^(?:\d{2}(?:\.\d{2}){0,2}|[A-Z]{2})$/,
    'harus kode wilayah ("33", "33.74", "62.71.01") atau negara ("SG")',
  );

/** `content/shipping/<service>.json` */
export const shippingServiceSchema = z.strictObject({
  name: line(60).describe('Nama layanan yang dibaca pembeli, misalnya "Reguler".'),
  name_en: line(60).describe('Nama layanan dalam bahasa Inggris.'),
  kind: z
    .enum(SHIPPING_KINDS)
    .describe('courier: dikirim; pickup: diambil pembeli; handover: diserahkan di tempat.'),
  position: count('urutan', 100).describe('Urutan dalam daftar pilihan.'),
  min_grams: grams('Berat paling kecil yang ditagih.'),
  step_grams: grams('Berat dibulatkan ke atas per langkah ini.').min(1),
  tolerance_grams: grams('Kelebihan berat yang belum dibulatkan, misalnya 300 untuk 1,30 kg.'),
  max_grams: grams('Berat paling besar yang dilayani.').optional(),
  volumetric_divisor: count('cm³ per kg', 100_000)
    .min(1)
    .optional()
    .describe('Pembagi berat volume, misalnya 6000.'),
  free_from: count('rupiah', 100_000_000).optional().describe('Gratis mulai nilai barang ini, dalam rupiah.'),
  zones: z
    .array(
      z.strictObject({
        from: z.array(place).min(1).describe('Asal: kode provinsi atau kabupaten/kota.'),
        to: z.array(place).min(1).describe('Tujuan: kode provinsi, kabupaten/kota, kecamatan, atau negara.'),
        per_step: count('rupiah', 100_000_000).describe('Ongkir per langkah berat, dalam rupiah.'),
        first_step: count('rupiah', 100_000_000).optional().describe('Ongkir langkah pertama bila berbeda.'),
        days: z
          .tuple([count('hari', 120), count('hari', 120)])
          .describe('Perkiraan lama kirim, tercepat dan terlama.'),
      }),
    )
    .min(1)
    .describe('Tarif menurut asal dan tujuan; kode terpanjang yang cocok yang berlaku.'),
  estimate: z.boolean().describe('true bila tarif masih perkiraan.'),
  source: line(300).describe('Dari mana tarif ini.'),
});
export type ShippingServiceContent = z.output<typeof shippingServiceSchema>;
