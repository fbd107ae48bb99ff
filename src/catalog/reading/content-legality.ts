import { LABEL_NOTICE_DAYS, labelState } from '../../domain/products/label.ts';
import type { ProductContent } from '../../schemas/product.ts';
import type { ReadFile } from './content-files.ts';

type Tell = (path: (string | number)[], message: string, remedy: string, line?: number) => void;
type Label = ProductContent['labels'][number];

/** Labels whose certificate ends on a day, and the years that it holds for, where the law has left that alone. */
const ENDS: Partial<Record<Label['kind'], { name: string; years?: number }>> = {
  'p-irt': { name: 'P-IRT', years: 5 },
  tkdn: { name: 'TKDN' },
};

/**
 * Checks what the law asks of a product's words and certificates.
 *
 * - "Batik" is wax-resist work: SNI 0239:2019, and Permenperin 53/2015 on batikmark. A print has its motif only.
 * - P-IRT numbers have 15 digits and hold for five years: Peraturan BPOM 22/2018.
 * - Halal certificates of BPJPH are named `ID` and digits and have no end since PP 42/2024; MUI's `KH` are gone.
 * - SNI 7617 is compulsory for clothes of babies up to 36 months: Permenperin 97/2015.
 * @param today day in WIB
 */
export function checkLegality(
  { value: product, parsed }: ReadFile<ProductContent>,
  today: string,
  tell: { error: Tell; warning: Tell },
): void {
  const { title, technique, category, labels, sample } = product;
  if (technique === 'printing' && callsItselfBatik(title))
    tell.error(
      ['title'],
      'kain cetak (printing) tidak boleh disebut batik',
      'tulis "motif batik", misalnya "Kemeja Motif Batik Parang (Printing)"; bila memang batik, ganti technique menjadi tulis, cap, atau kombinasi',
    );
  if (
    !sample &&
    /\b(?:bayi|baby|newborn)\b/i.test(title) &&
    /\b(?:baju|jumper|setelan|celana|kaos|piyama|romper|gaun|pakaian)\b/i.test(title) &&
    !labels.some(({ kind }) => kind === 'sni')
  )
    tell.warning(
      ['labels'],
      `pakaian bayi (${category}) wajib SNI 7617, tetapi labelnya belum diisi`,
      'tambahkan label sni dengan nomor sertifikatnya, atau tanyakan kepada penjual',
    );
  labels.forEach((label, index) => {
    checkNumber(label, index, tell, sample);
    checkEnd(label, index, today, tell);
  });
  checkPrivate(['title'], title, tell.error);
  checkPrivate(['description_en'], product.description_en ?? '', tell.error);
  for (const [index, text] of parsed.body.split('\n').entries())
    checkPrivate(['body'], text, tell.error, parsed.bodyLine + index);
}

/** A national identity number has no place in what everybody reads (UU 27/2022). */
export function checkPrivate(path: (string | number)[], text: string, error: Tell, line?: number): void {
  if (hasIdentityNumber(text))
    error(
      path,
      'ada angka yang tampak seperti nomor KTP (NIK), data pribadi yang tidak boleh tampil',
      'hapus nomor itu; bila sudah sempat terkirim ke Git, beri tahu pengelola',
      line,
    );
}

/** `batik` as what it is, not in "motif batik", "corak batik" or "bermotif batik". */
function callsItselfBatik(title: string): boolean {
  return /\bbatik\b/i.test(title.replace(/\b(?:ber)?(?:motif|corak|pola)\s+batik\b/gi, ''));
}

function checkNumber(
  { kind, number }: Label,
  index: number,
  { error }: { error: Tell },
  sample: boolean,
): void {
  const path = ['labels', index, 'number'];
  if (sample && /^contoh/i.test(number)) return;
  const plain = number.replace(/[\s.-]/g, '').toUpperCase();
  if (kind === 'halal' && !/^ID\d{14,20}$/.test(plain))
    error(
      path,
      plain.startsWith('KH') || /^\d{8,}$/.test(plain)
        ? `nomor halal "${number}" adalah nomor lama dari MUI, yang tidak berlaku lagi`
        : `nomor halal "${number}" bukan nomor sertifikat BPJPH`,
      'tulis nomor sertifikat BPJPH yang diawali ID, atau hapus labelnya',
    );
  if (kind === 'p-irt' && !/^\d{15}$/.test(plain.replace(/^PIRT(?:NO)?/, '')))
    error(
      path,
      `nomor P-IRT "${number}" bukan 15 angka`,
      'salin 15 angka dari sertifikat P-IRT, atau hapus labelnya',
    );
}

function checkEnd(label: Label, index: number, today: string, tell: { warning: Tell }): void {
  const { kind, valid_until } = label;
  const path = ['labels', index, 'valid_until'];
  if (kind === 'halal' && valid_until !== undefined) {
    tell.warning(
      path,
      'sertifikat halal tidak punya akhir masa berlaku',
      'hapus valid_until dari label halal ini',
    );
    return;
  }
  if (valid_until === undefined) {
    if (ENDS[kind])
      tell.warning(
        ['labels', index],
        `label ${ENDS[kind].name} punya akhir masa berlaku, tetapi valid_until belum diisi`,
        'tambahkan valid_until: hari terakhir berlakunya pada sertifikat',
      );
    return;
  }
  const years = ENDS[kind]?.years;
  if (years !== undefined && valid_until > `${Number(today.slice(0, 4)) + years}${today.slice(4)}`)
    tell.warning(
      path,
      `label ${ENDS[kind]!.name} berlaku ${years} tahun, tetapi valid_until ${valid_until} lebih lama dari itu`,
      'salin hari terakhir berlakunya dari sertifikat',
    );
  const state = labelState(label, today);
  if (state === 'expired')
    tell.warning(
      path,
      `label ${kind} habis masa berlakunya ${valid_until} dan tidak ditampilkan lagi`,
      'perbarui valid_until setelah diperpanjang, atau hapus labelnya',
    );
  if (state === 'ending')
    tell.warning(
      path,
      `label ${kind} habis masa berlakunya ${valid_until}, kurang dari ${LABEL_NOTICE_DAYS} hari lagi`,
      'minta penjual memperpanjang, lalu perbarui valid_until',
    );
}

/** Sixteen digits, in groups or not, of a province, a day (women's plus 40) and a month, as Dukcapil makes them. */
function hasIdentityNumber(text: string): boolean {
  return [...text.matchAll(/(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g)].some(([typed]) => {
    const number = typed.replace(/\D/g, '');
    const [province, day, month] = [number.slice(0, 2), number.slice(6, 8), number.slice(8, 10)].map(
      Number,
    ) as [number, number, number];
    return (
      province >= 11 &&
      province <= 97 &&
      day % 40 >= 1 &&
      day % 40 <= 31 &&
      day <= 71 &&
      month >= 1 &&
      month <= 12
    );
  });
}
