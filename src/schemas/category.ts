import { z } from 'zod';
import { count, line, slug } from './fields.ts';

/** `content/categories.json`: a list, in the order in which the mall shows them. */
export const categorySchema = z.strictObject({
  slug: slug.describe('Alamat kategori, misalnya "kemeja".'),
  name: line(40).describe('Nama yang dibaca pembeli.'),
  name_en: line(40).describe('Nama dalam bahasa Inggris.'),
  description: line(240).describe('Satu kalimat tentang isi kategori.'),
  weight: count('gram', 20_000)
    .min(1)
    .describe('Berat dalam gram yang dipakai impor bila tabel tidak menyebutnya.'),
  synonyms: z.array(line(40)).default([]).describe('Kata lain untuk kategori ini, dipakai saat impor.'),
});
export const categoriesSchema = z.array(categorySchema).min(1, 'paling sedikit satu kategori');
export type CategoryContent = z.output<typeof categorySchema>;
