import { z } from 'zod';
import { ask, count, line, slug } from './fields.ts';

/** `content/categories.json`: a list, in the order in which the mall shows them. */
export const categorySchema = z.strictObject({
  slug: slug.meta(ask('Alamat', 'Alamat kategori, misalnya "kemeja".')),
  name: line(40).meta(ask('Nama', 'Nama yang dibaca pembeli.')),
  name_en: line(40).meta(ask('Nama (Inggris)', 'Nama dalam bahasa Inggris.')),
  description: line(240).meta(ask('Penjelasan', 'Satu kalimat tentang isi kategori.')),
  weight: count('gram', 20_000)
    .min(1)
    .meta(ask('Berat (gram)', 'Berat dalam gram yang dipakai impor bila tabel tidak menyebutnya.')),
  synonyms: z
    .array(line(40))
    .default([])
    .meta(ask('Kata lain', 'Kata lain untuk kategori ini, dipakai saat impor.')),
});
export const categoriesSchema = z.array(categorySchema).min(1, 'paling sedikit satu kategori');
export type CategoryContent = z.output<typeof categorySchema>;
