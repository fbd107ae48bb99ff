import { z } from 'zod';
import { ask, count, line, moment } from './fields.ts';

/** `content/editions/<edition>.json` */
export const editionSchema = z
  .strictObject({
    name: line(60).meta(ask('Nama', 'Nama expo, misalnya "UKM Virtual Expo II".')),
    short_name: line(20).meta(ask('Nama pendek', 'Nama pendek, misalnya "UVO II".')),
    opens_at: moment.meta(ask('Dibuka', 'Saat expo dibuka, dengan zona waktu.')),
    closes_at: moment.meta(ask('Ditutup', 'Saat expo ditutup; malnya tetap buka.')),
    summary: line(400).meta(ask('Ringkasan', 'Dua kalimat tentang expo ini.')),
    history: z
      .array(
        z.strictObject({
          as_of: moment.meta(ask('Per saat', 'Sampai saat apa angka ini berlaku.')),
          turnover: count('rupiah', 1_000_000_000_000)
            .optional()
            .meta(ask('Omzet (Rp)', 'Omzet edisi ini dalam rupiah.')),
          visitors: count('pengunjung', 1_000_000_000)
            .optional()
            .meta(ask('Pengunjung', 'Jumlah pengunjung.')),
          inquiries: count('penawaran', 1_000_000_000)
            .optional()
            .meta(ask('Penawaran', 'Jumlah e-mail penawaran ke penjual.')),
          sellers: count('UKM', 1_000_000).optional().meta(ask('UKM', 'Jumlah UKM di mal saat itu.')),
          products: count('produk', 10_000_000)
            .optional()
            .meta(ask('Produk', 'Jumlah produk di mal saat itu.')),
          source: line(300).meta(ask('Sumber', 'Dari mana angka ini.')),
        }),
      )
      .default([])
      .meta(ask('Angka tercatat', 'Angka yang tercatat, masing-masing dengan saat dan sumbernya.')),
  })
  .refine((edition) => Date.parse(edition.opens_at) < Date.parse(edition.closes_at), {
    path: ['closes_at'],
    message: 'expo harus ditutup setelah dibuka',
  });
export type EditionContent = z.output<typeof editionSchema>;
