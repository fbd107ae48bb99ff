import { z } from 'zod';
import { ask, line } from './fields.ts';

/** Front matter of `content/pages/<page>.md`; the text below it is the page. */
export const pageSchema = z.strictObject({
  title: line(80).meta(ask('Judul', 'Judul halaman.')),
  description: line(200).meta(ask('Ringkasan', 'Satu kalimat untuk mesin pencari dan pratinjau tautan.')),
  updated: line(30)
    .optional()
    .meta(ask('Diubah', 'Kapan isi halaman terakhir diubah, misalnya "24 November 2026".')),
});
export type PageContent = z.output<typeof pageSchema>;
