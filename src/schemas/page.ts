import { z } from 'zod';
import { line } from './fields.ts';

/** Front matter of `content/pages/<page>.md`; the text below it is the page. */
export const pageSchema = z.strictObject({
  title: line(80).describe('Judul halaman.'),
  description: line(200).describe('Satu kalimat untuk mesin pencari dan pratinjau tautan.'),
  updated: line(30).optional().describe('Kapan isi halaman terakhir diubah, misalnya "24 November 2026".'),
});
export type PageContent = z.output<typeof pageSchema>;
