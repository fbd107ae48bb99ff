import { z } from 'zod';
import { SHIPPING_KINDS } from '../domain/products/shipping-service.ts';
import { ask, count, line } from './fields.ts';

const grams = (label: string, help: string) => count('gram', 1_000_000).meta(ask(label, help));
const place = z
  .string()
  .regex(
    /^(?:\d{2}(?:\.\d{2}){0,2}|[A-Z]{2})$/,
    'harus kode wilayah ("33", "33.74", "62.71.01") atau negara ("SG")',
  );

/** `content/shipping/<service>.json` */
export const shippingServiceSchema = z.strictObject({
  name: line(60).meta(ask('Nama', 'Nama layanan yang dibaca pembeli, misalnya "Reguler".')),
  name_en: line(60).meta(ask('Nama (Inggris)', 'Nama layanan dalam bahasa Inggris.')),
  kind: z
    .enum(SHIPPING_KINDS)
    .meta(ask('Jenis', 'courier: dikirim; pickup: diambil pembeli; handover: diserahkan di tempat.')),
  position: count('urutan', 100).meta(ask('Urutan', 'Urutan dalam daftar pilihan.')),
  min_grams: grams('Berat terkecil (gram)', 'Berat paling kecil yang ditagih.'),
  step_grams: grams('Langkah (gram)', 'Berat dibulatkan ke atas per langkah ini.').min(1),
  tolerance_grams: grams(
    'Toleransi (gram)',
    'Kelebihan berat yang belum dibulatkan, misalnya 300 untuk 1,30 kg.',
  ),
  from_grams: grams('Mulai berat (gram)', 'Kiriman yang lebih ringan tidak ditawari layanan ini.').optional(),
  max_grams: grams('Berat terbesar (gram)', 'Berat paling besar yang dilayani.').optional(),
  volumetric_divisor: count('cm³ per kg', 100_000)
    .min(1)
    .optional()
    .meta(ask('Pembagi volume', 'Pembagi berat volume, misalnya 6000.')),
  free_from: count('rupiah', 100_000_000)
    .optional()
    .meta(ask('Gratis mulai (Rp)', 'Gratis mulai nilai barang ini, dalam rupiah.')),
  not_to: z
    .array(place)
    .optional()
    .meta(
      ask(
        'Tidak melayani',
        'Kode wilayah yang tidak dilayani walau termasuk tujuan sebuah tarif, misalnya kecamatan kepulauan.',
      ),
    ),
  only_at_expos: z
    .boolean()
    .optional()
    .meta(ask('Hanya saat expo', 'true bila hanya dapat dipilih selama sebuah expo berlangsung.')),
  closed: z
    .boolean()
    .optional()
    .meta(ask('Belum dibuka', 'true selama layanan ini belum dapat dipilih pembeli.')),
  zones: z
    .array(
      z.strictObject({
        from: z.array(place).min(1).meta(ask('Asal', 'Asal: kode provinsi atau kabupaten/kota.')),
        to: z
          .array(place)
          .min(1)
          .meta(ask('Tujuan', 'Tujuan: kode provinsi, kabupaten/kota, kecamatan, atau negara.')),
        per_step: count('rupiah', 100_000_000).meta(
          ask('Ongkir per langkah (Rp)', 'Ongkir per langkah berat, dalam rupiah.'),
        ),
        first_step: count('rupiah', 100_000_000)
          .optional()
          .meta(ask('Ongkir langkah pertama (Rp)', 'Ongkir langkah pertama bila berbeda.')),
        days: z
          .tuple([count('hari', 120), count('hari', 120)])
          .meta(ask('Lama kirim (hari)', 'Perkiraan lama kirim, tercepat dan terlama.')),
      }),
    )
    .min(1)
    .meta(ask('Tarif', 'Tarif menurut asal dan tujuan; kode terpanjang yang cocok yang berlaku.')),
  estimate: z.boolean().meta(ask('Perkiraan', 'true bila tarif masih perkiraan.')),
  source: line(300).meta(ask('Sumber', 'Dari mana tarif ini.')),
});
export type ShippingServiceContent = z.output<typeof shippingServiceSchema>;
