import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readContent } from './content-folder.ts';
import {
  edited,
  folderWith,
  json,
  PRODUCT,
  PRODUCT_FILE,
  product,
  removeFolders,
  SELLER,
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
    name: 'a price with a point',
    files: product(edited('185000', '185.000')),
    at: `${PRODUCT_FILE}:3`,
    field: undefined,
    says: /185\.000 terbaca sebagai 185/,
    remedy: /tanpa titik: 185000/,
  },
  {
    name: 'a price of nothing',
    files: product(edited('185000', '0')),
    at: `${PRODUCT_FILE}:3`,
    field: 'price',
    says: /paling rendah/,
    remedy: /rupiah/,
  },
  {
    name: 'a price of two billion',
    files: product(edited('185000', '2000000000')),
    at: `${PRODUCT_FILE}:3`,
    field: 'price',
    says: /jumlah nolnya/,
    remedy: /rupiah/,
  },
  {
    name: 'a misspelt category',
    files: product(edited('kemeja\n', 'kemja\n')),
    at: `${PRODUCT_FILE}:4`,
    field: 'category',
    says: /kategori "kemja" tidak ada/,
    remedy: /mungkin maksudnya "kemeja"/,
  },
  {
    name: 'a misspelt field',
    files: product(edited('weight', 'wieght')),
    at: `${PRODUCT_FILE}:5`,
    field: 'wieght',
    says: /tidak dikenal/,
    remedy: /"weight"/,
  },
  {
    name: 'a weight in words',
    files: product(edited('350', 'ringan')),
    at: `${PRODUCT_FILE}:5`,
    field: 'weight',
    says: /angka gram/,
    remedy: /gram/,
  },
  {
    name: 'no photo',
    files: product(edited('photos:\n  - kemeja-parang.svg\n', 'photos: []\n')),
    at: `${PRODUCT_FILE}:6`,
    field: 'photos',
    says: /satu foto/,
    remedy: /foto/,
  },
  {
    name: 'a photo that is not there',
    files: product(edited('- kemeja-parang.svg', '- Kemeja-Parang.svg')),
    at: `${PRODUCT_FILE}:7`,
    field: 'photos.0',
    says: /tidak ada di folder/,
    remedy: /huruf besar dan kecil/,
  },
  {
    name: 'an unknown expo',
    files: product(edited('uvo-2', 'uvo-3')),
    at: `${PRODUCT_FILE}:8`,
    field: 'edition',
    says: /expo "uvo-3" tidak ada/,
    remedy: /"uvo-[12]"/,
  },
  {
    name: 'no stock',
    files: product(edited('stock: 12\n', '')),
    at: `${PRODUCT_FILE}:2`,
    field: 'stock',
    says: /isi stock/,
    remedy: /stok/i,
  },
  {
    name: 'stock and made to order',
    files: with_('made_to_order_days: 7'),
    at: `${PRODUCT_FILE}:9`,
    field: 'stock',
    says: /barang PO tidak memakai stok/,
    remedy: /stok/i,
  },
  {
    name: 'a wholesale price that is no lower',
    files: with_('tiers:\n  - min_qty: 12\n    price: 190000'),
    at: `${PRODUCT_FILE}:12`,
    field: 'tiers.0.price',
    says: /lebih murah/,
    remedy: /Harga/,
  },
  {
    name: 'two variants of one name',
    files: with_('variants:\n  - { id: m, name: M }\n  - { id: m, name: L }'),
    at: `${PRODUCT_FILE}:12`,
    field: 'variants.1.id',
    says: /sudah dipakai varian lain/,
    remedy: /varian/,
  },
  {
    name: 'a title with a colon',
    files: product(edited('Kemeja Batik Parang', 'Kemeja: Parang')),
    at: `${PRODUCT_FILE}:2`,
    field: undefined,
    says: /titik dua/,
    remedy: /tanda kutip/,
  },
  {
    name: 'a field twice',
    files: with_('price: 190000'),
    at: `${PRODUCT_FILE}:10`,
    field: undefined,
    says: /dua kali/,
    remedy: /hapus/,
  },
  {
    name: 'no front matter',
    files: product('Kemeja batik'),
    at: `${PRODUCT_FILE}:1`,
    field: undefined,
    says: /---/,
    remedy: /---/,
  },
  {
    name: 'a product under a seller who is not there',
    files: {
      'products/batik-seka/kain.md': PRODUCT,
      'products/batik-seka/kemeja-parang.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
    at: 'products/batik-seka/kain.md:2',
    field: undefined,
    says: /penjual "batik-seka" tidak ada/,
    remedy: /"batik-sekar"/,
  },
  {
    name: 'a product in no seller’s folder',
    files: { 'products/kain.md': PRODUCT },
    at: 'products/kain.md',
    field: undefined,
    says: /tidak pada tempatnya/,
    remedy: /products\/<penjual>/,
  },
  {
    name: 'a phone that is none',
    files: seller({ whatsapp: '0812' }),
    at: `${SELLER_FILE}:5`,
    field: 'whatsapp',
    says: /tidak dikenali/,
    remedy: /WhatsApp/,
  },
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
    name: 'a QRIS copied wrong',
    files: seller({ payments: { qris: '00020101021126570011' } }),
    at: `${SELLER_FILE}:7`,
    field: 'payments.qris',
    says: /QRIS ini tidak dapat dipakai/,
    remedy: /000201/,
  },
  {
    name: 'a comma too many in JSON',
    files: { [SELLER_FILE]: json(SELLER).replace('"Bank Jateng",', '"Bank Jateng",,') },
    at: `${SELLER_FILE}:8`,
    field: undefined,
    says: /bukan JSON/,
    remedy: /koma/,
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
    at: `${PRODUCT_FILE}:2`,
    field: undefined,
    says: /NIK/,
    remedy: /hapus nomor/,
  },
  {
    name: 'a former address that is another’s',
    files: { ...with_('aliases: [kain]'), 'products/batik-sekar/kain.md': PRODUCT },
    at: `${PRODUCT_FILE}:10`,
    field: 'aliases.0',
    says: /sudah dipakai/,
    remedy: /hapus alias/,
  },
];

test('there are at least 25 prepared mistakes', () => {
  expect(MISTAKES.length).toBeGreaterThanOrEqual(25);
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
