import { z } from 'zod';
import { count, line, moment } from './fields.ts';

/** `content/editions/<edition>.json` */
export const editionSchema = z
  .strictObject({
    name: line(60).describe('Nama expo, misalnya "UKM Virtual Expo II".'),
    short_name: line(20).describe('Nama pendek, misalnya "UVO II".'),
    opens_at: moment.describe('Saat expo dibuka, dengan zona waktu.'),
    closes_at: moment.describe('Saat expo ditutup; malnya tetap buka.'),
    summary: line(400).describe('Dua kalimat tentang expo ini.'),
    history: z
      .array(
        z.strictObject({
          as_of: moment.describe('Sampai saat apa angka ini berlaku.'),
          turnover: count('rupiah', 1_000_000_000_000).optional().describe('Omzet edisi ini dalam rupiah.'),
          visitors: count('pengunjung', 1_000_000_000).optional().describe('Jumlah pengunjung.'),
          inquiries: count('penawaran', 1_000_000_000)
            .optional()
            .describe('Jumlah e-mail penawaran ke penjual.'),
          sellers: count('UKM', 1_000_000).optional().describe('Jumlah UKM di mal saat itu.'),
          products: count('produk', 10_000_000).optional().describe('Jumlah produk di mal saat itu.'),
          source: line(300).describe('Dari mana angka ini.'),
        }),
      )
      .default([])
      .describe('Angka yang tercatat, masing-masing dengan saat dan sumbernya.'),
  })
  .refine((edition) => Date.parse(edition.opens_at) < Date.parse(edition.closes_at), {
    path: ['closes_at'],
    message: 'expo harus ditutup setelah dibuka',
  });
export type EditionContent = z.output<typeof editionSchema>;
