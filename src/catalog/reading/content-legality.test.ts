import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readContent } from './content-folder.ts';
import {
  edited,
  folderWith,
  PRODUCT,
  PRODUCT_FILE,
  product,
  removeFolders,
  SELLER_FILE,
  seller,
} from './content-testing.ts';

beforeEach(() => vi.stubEnv('MALL_TODAY', '2026-11-24'));
afterEach(() => {
  vi.unstubAllEnvs();
  removeFolders();
});

const with_ = (lines: string) => product(PRODUCT.replace('stock: 12\n', `stock: 12\n${lines}\n`));
const labelled = (label: string) => with_(`labels:\n  - ${label}`);

/** A mistake as an editor makes it: where it must be told, in which words, and what to do about it. */
interface Mistake {
  name: string;
  files: Record<string, string | undefined>;
  at: string;
  field: string | undefined;
  says: RegExp;
  remedy: RegExp;
  warning?: true;
}

const MISTAKES: Mistake[] = [
  {
    name: 'a phone that can’t be WhatsApp',
    files: seller({ whatsapp: '024 3547711' }),
    at: `${SELLER_FILE}:5`,
    field: 'whatsapp',
    says: /telepon rumah/,
    remedy: /nomor HP/,
    warning: true,
  },
  {
    name: 'an NIB of twelve digits',
    files: seller({ nib: '123456789012' }),
    at: `${SELLER_FILE}:13`,
    field: 'nib',
    says: /13 angka/,
    remedy: /Nomor Induk Berusaha/,
  },
  {
    name: 'a print that calls itself batik',
    files: with_('technique: printing'),
    at: `${PRODUCT_FILE}:2`,
    field: 'title',
    says: /tidak boleh disebut batik/,
    remedy: /motif batik/,
  },
  {
    name: 'an old halal number',
    files: labelled('{ kind: halal, number: "KH 15160000340303" }'),
    at: `${PRODUCT_FILE}:11`,
    field: 'labels.0.number',
    says: /nomor lama dari MUI/,
    remedy: /BPJPH/,
  },
  {
    name: 'a P-IRT of twelve digits',
    files: labelled('{ kind: p-irt, number: "206331701012", valid_until: "2030-01-01" }'),
    at: `${PRODUCT_FILE}:11`,
    field: 'labels.0.number',
    says: /bukan 15 angka/,
    remedy: /sertifikat P-IRT/,
  },
  {
    name: 'a TKDN without an end',
    files: labelled('{ kind: tkdn, number: "1234/SJ-IND.8" }'),
    at: `${PRODUCT_FILE}:11`,
    field: 'labels.0',
    says: /valid_until belum diisi/,
    remedy: /hari terakhir/,
    warning: true,
  },
  {
    name: 'a P-IRT that would hold for longer than five years',
    files: labelled('{ kind: p-irt, number: "210337401012328", valid_until: "2031-11-25" }'),
    at: `${PRODUCT_FILE}:11`,
    field: 'labels.0.valid_until',
    says: /berlaku 5 tahun/,
    remedy: /sertifikat/,
    warning: true,
  },
  {
    name: 'a certificate that has ended',
    files: labelled('{ kind: tkdn, number: "1234", valid_until: "2026-11-23" }'),
    at: `${PRODUCT_FILE}:11`,
    field: 'labels.0.valid_until',
    says: /habis masa berlakunya 2026-11-23 dan tidak ditampilkan/,
    remedy: /perbarui/,
    warning: true,
  },
  {
    name: 'a certificate that ends soon',
    files: labelled('{ kind: batikmark, number: "1234", valid_until: "2027-01-20" }'),
    at: `${PRODUCT_FILE}:11`,
    field: 'labels.0.valid_until',
    says: /kurang dari 60 hari/,
    remedy: /memperpanjang/,
    warning: true,
  },
  {
    name: 'baby clothes without SNI',
    files: product(edited('Kemeja Batik Parang', 'Setelan Bayi Batik Parang')),
    at: `${PRODUCT_FILE}:2`,
    field: 'labels',
    says: /wajib SNI 7617/,
    remedy: /label sni/,
    warning: true,
  },
  {
    name: 'a national identity number',
    files: product(edited('Kemeja batik cap', 'KTP 3326165203850002. Kemeja batik cap')),
    at: `${PRODUCT_FILE}:12`,
    field: 'body',
    says: /NIK/,
    remedy: /hapus nomor/,
  },
  {
    name: 'a national identity number in groups',
    files: product(edited('Kemeja batik cap', 'KTP 3326 1652 0385-0002. Kemeja batik cap')),
    at: `${PRODUCT_FILE}:12`,
    field: 'body',
    says: /NIK/,
    remedy: /hapus nomor/,
  },
];

test('what is right is no problem: a motif on a print, certificates that hold, numbers that are no identity', async () => {
  const files = {
    ...labelled(
      '{ kind: halal, number: "ID33110000123450822" }\n  - { kind: p-irt, number: "2103374010123-28", valid_until: "2030-01-01" }\ntechnique: printing',
    ),
  };
  files[PRODUCT_FILE] = files[PRODUCT_FILE]!.replace(
    'Kemeja Batik Parang',
    'Kemeja Motif Batik Parang',
  ).replace('Kemeja batik cap', 'Kode 1234567890123456, nomor 9988776655443322');
  expect((await readContent(folderWith(files))).problems).toEqual([]);
});

test.each(MISTAKES)('$name gets one message, with file, line, field and remedy', async (mistake) => {
  const { problems } = await readContent(folderWith(mistake.files));
  const [problem] = problems;
  expect(problems.map(({ message, field }) => `${field}: ${message}`)).toHaveLength(1);
  expect(problem!.line === undefined ? problem!.file : `${problem!.file}:${problem!.line}`).toBe(mistake.at);
  expect(problem!.field).toBe(mistake.field);
  expect(problem!.message).toMatch(mistake.says);
  expect(problem!.remedy).toMatch(mistake.remedy);
  expect(problem!.severity).toBe(mistake.warning ? 'warning' : 'error');
});
