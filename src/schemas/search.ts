import { z } from 'zod';
import { wordsOf } from '../domain/search/text.ts';
import { line } from './fields.ts';

// `content/search/*.json`: what editors teach the search about words.

const word = line(60).refine((text) => wordsOf(text).length > 0, 'harus memuat huruf atau angka');
const keyOf = (text: string) => wordsOf(text).join(' ');

/** `content/search/synonyms.json` */
export const synonymsSchema = z
  .strictObject({
    same: z
      .array(z.array(word).min(2, 'isi paling sedikit dua kata'))
      .describe('Kelompok kata yang artinya sama; yang pertama mewakili. Satu kata hanya di satu kelompok.'),
    wider: z
      .record(word, z.array(word).min(1))
      .describe(
        'Kata luas dan kata sempit yang ikut ditemukan: "baju" menemukan "kemeja", tidak sebaliknya.',
      ),
  })
  .superRefine((lists, context) => {
    const groupOf = new Map<string, string>();
    lists.same.forEach((group, index) => {
      for (const text of group) {
        const key = keyOf(text);
        const other = groupOf.get(key);
        if (other !== undefined)
          context.addIssue({
            code: 'custom',
            path: ['same', index],
            message: `"${text}" sudah ada di kelompok "${other}"; satu kata hanya boleh di satu kelompok`,
          });
        groupOf.set(key, group[0]!);
      }
    });
    const standsFor = (text: string) => keyOf(groupOf.get(keyOf(text)) ?? text);
    const narrower = new Map<string, string[]>();
    for (const [wide, narrow] of Object.entries(lists.wider))
      narrower.set(standsFor(wide), [...(narrower.get(standsFor(wide)) ?? []), ...narrow.map(standsFor)]);
    for (const wide of Object.keys(lists.wider))
      if (reaches(narrower, standsFor(wide), standsFor(wide)))
        context.addIssue({
          code: 'custom',
          path: ['wider', wide],
          message: `"${wide}" menjadi kata sempit dari dirinya sendiri; hapus salah satu arahnya`,
        });
  });

function reaches(narrower: Map<string, string[]>, from: string, target: string): boolean {
  const seen = new Set<string>();
  const open = [...(narrower.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === target) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(narrower.get(next) ?? []));
  }
  return false;
}

/** `content/search/spellings.json` */
export const spellingsSchema = z
  .record(word, z.array(word).min(1))
  .describe('Kata yang benar dan salah ketik atau singkatan yang sering dipakai pembeli.');

/** `content/search/protected.json` */
export const protectedSchema = z
  .array(word)
  .describe('Kata yang tidak boleh dipotong imbuhannya, misalnya "pekalongan" (bukan "kalong").');

/** `content/search/ignored.json` */
export const ignoredSchema = z
  .array(word)
  .describe('Kata yang tidak berkata apa-apa tentang barang; diabaikan bila ada kata lain.');

/** `content/search/common.json` */
export const commonSchema = z
  .array(word)
  .describe('Kata sehari-hari yang tidak pernah dianggap salah ketik, misalnya "murah" (bukan "merah").');

const categories = z.array(line(60)).min(1).describe('Alamat kategori, yang terdepan lebih dulu.');

/** `content/search/wishes.json` */
export const wishesSchema = z
  .strictObject({
    things: z.record(word, categories).describe('Nama barang dan kategori tempatnya.'),
    leanings: z
      .record(word, categories)
      .describe(
        'Untuk siapa atau di mana dipakai, dan kategori yang didahulukan bila barangnya tidak disebut.',
      ),
    occasions: z
      .record(word, z.strictObject({ like: z.array(word).min(1), categories }))
      .describe('Acara, barang yang cocok untuknya, dan kategori yang didahulukan.'),
    techniques: z
      .array(word)
      .describe('Teknik: lebih penting daripada warna, kalah penting dari nama barang.'),
    sizes: z
      .record(word, z.array(word).min(1))
      .describe('Nama ukuran dan ukuran yang memenuhinya; yang punya didahulukan.'),
    soft: z.array(word).describe('Kata selera: yang punya didahulukan, yang tidak tetap ditampilkan.'),
  })
  .describe('Apa yang diminta sebuah kata.');
