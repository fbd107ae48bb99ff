import { afterEach, expect, test } from 'vitest';
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

afterEach(removeFolders);

interface Mistake {
  what: string;
  files: Record<string, string | Buffer | undefined>;
  file: string;
  line?: number;
  field?: string;
  message: RegExp;
  remedy: RegExp;
  severity?: 'warning';
}

const MISTAKES: Mistake[] = [
  {
    what: 'a misspelt field',
    files: product(edited('weight:', 'wieght:')),
    file: PRODUCT_FILE,
    line: 5,
    field: 'wieght',
    message: /tidak dikenal/,
    remedy: /mungkin maksudnya "weight"/,
  },
  {
    what: 'a missing field',
    files: product(edited('weight: 350\n', '')),
    file: PRODUCT_FILE,
    line: 2,
    field: 'weight',
    message: /belum diisi/,
    remedy: /tambahkan weight: Berat dalam gram/,
  },
  {
    what: 'a price of 0',
    files: product(edited('185000', '0')),
    file: PRODUCT_FILE,
    line: 3,
    field: 'price',
    message: /paling rendah Rp100/,
    remedy: /tanpa titik/,
  },
  {
    what: 'a price of 2 billion',
    files: product(edited('185000', '2000000000')),
    file: PRODUCT_FILE,
    line: 3,
    field: 'price',
    message: /paling tinggi Rp100\.000\.000/,
    remedy: /./,
  },
  {
    what: 'a price with a thousands separator',
    files: product(edited('185000', '185.000')),
    file: PRODUCT_FILE,
    line: 3,
    field: 'price',
    message: /185\.000 terbaca sebagai 185/,
    remedy: /185000/,
  },
  {
    what: 'a size that YAML reads as a number',
    files: product(edited('stock: 12', 'variants:\n  - id: xl\n    name: 41\n    stock: 3')),
    file: PRODUCT_FILE,
    line: 11,
    field: 'variants.0.name',
    message: /harus berupa teks/,
    remedy: /"41"/,
  },
  {
    what: 'an unknown category',
    files: product(edited('category: kemeja', 'category: kemja')),
    file: PRODUCT_FILE,
    line: 4,
    field: 'category',
    message: /"kemja" tidak ada/,
    remedy: /"kemeja"/,
  },
  {
    what: "a category's synonym",
    files: product(edited('category: kemeja', 'category: hijab')),
    file: PRODUCT_FILE,
    line: 4,
    field: 'category',
    message: /"hijab" tidak ada/,
    remedy: /mungkin maksudnya "kerudung-selendang"/,
  },
  {
    what: 'an unknown edition',
    files: product(edited('uvo-2', 'uvo-3')),
    file: PRODUCT_FILE,
    line: 8,
    field: 'edition',
    message: /"uvo-3" tidak ada/,
    remedy: /uvo-/,
  },
  {
    what: 'a photo that is not there',
    files: product(edited('kemeja-parang.svg', 'kemeja.jpg')),
    file: PRODUCT_FILE,
    line: 7,
    field: 'photos.0',
    message: /"kemeja.jpg" tidak ada/,
    remedy: /./,
  },
  {
    what: 'a photo whose name differs in case',
    files: product(edited('- kemeja-parang.svg', '- Kemeja-Parang.SVG')),
    file: PRODUCT_FILE,
    line: 7,
    field: 'photos.0',
    message: /tidak ada/,
    remedy: /"kemeja-parang.svg"; huruf besar dan kecil harus sama/,
  },
  {
    what: "a variant's photo that is not there",
    files: product(
      edited('stock: 12', 'variants:\n  - id: m\n    name: M\n    stock: 3\n    photo: merah.jpg'),
    ),
    file: PRODUCT_FILE,
    line: 13,
    field: 'variants.0.photo',
    message: /"merah.jpg" tidak ada/,
    remedy: /folder yang sama/,
  },
  {
    what: 'a variant that is there twice',
    files: product(
      edited('stock: 12', 'stock: 1\nvariants:\n  - id: m\n    name: M\n  - id: m\n    name: Merah'),
    ),
    file: PRODUCT_FILE,
    line: 13,
    field: 'variants.1.id',
    message: /"m" sudah dipakai varian lain/,
    remedy: /./,
  },
  {
    what: 'a product without a seller',
    files: { ...product(PRODUCT), [SELLER_FILE]: undefined, 'sellers/batik-sekarr.json': json(SELLER) },
    file: PRODUCT_FILE,
    message: /penjual "batik-sekar" tidak ada/,
    remedy: /mungkin maksudnya "batik-sekarr"/,
  },
  {
    what: 'a regency that does not exist',
    files: seller({ regency: '33.99' }),
    file: SELLER_FILE,
    line: 3,
    field: 'regency',
    message: /"33.99" tidak ada/,
    remedy: /Kab\.|Kota/,
  },
  {
    what: 'a district of another regency',
    files: seller({ district: '33.74.01' }),
    file: SELLER_FILE,
    field: 'district',
    message: /tidak ada di Kab. Pekalongan/,
    remedy: /./,
  },
  {
    what: 'a phone number that is none',
    files: seller({ whatsapp: '12' }),
    file: SELLER_FILE,
    line: 5,
    field: 'whatsapp',
    message: /tidak dikenali/,
    remedy: /0812/,
  },
  {
    what: 'a landline as WhatsApp',
    files: seller({ whatsapp: '(024) 354 7711' }),
    file: SELLER_FILE,
    line: 5,
    field: 'whatsapp',
    message: /telepon rumah/,
    remedy: /nomor HP/,
    severity: 'warning',
  },
  {
    what: 'a QRIS whose checksum is wrong',
    files: seller({ payments: { qris: '00020101021126580014ID.LINKAJA.WWW5802ID6304ABCD' } }),
    file: SELLER_FILE,
    field: 'payments.qris',
    message: /QRIS ini tidak dapat dipakai/,
    remedy: /poster/,
  },
  {
    what: 'no way to pay',
    files: seller({ payments: {} }),
    file: SELLER_FILE,
    field: 'payments',
    message: /paling sedikit satu cara bayar/,
    remedy: /./,
  },
  {
    what: 'broken JSON',
    files: { [SELLER_FILE]: '{\n  "name": "Batik Sekar",\n  "regency": "33.26"\n  "email": "a@b.test"\n}\n' },
    file: SELLER_FILE,
    line: 4,
    message: /bukan JSON/,
    remedy: /koma/,
  },
  {
    what: 'a colon in a text of the front matter',
    files: product(edited('Kemeja Batik Parang', 'Kemeja: Batik')),
    file: PRODUCT_FILE,
    line: 2,
    field: 'title',
    message: /titik dua/,
    remedy: /tanda kutip/,
  },
  {
    what: 'a field that is there twice',
    files: product(edited('weight: 350', 'weight: 350\nprice: 200000')),
    file: PRODUCT_FILE,
    line: 6,
    field: 'price',
    message: /tertulis dua kali/,
    remedy: /hapus/,
  },
  {
    what: 'no front matter',
    files: product('Kemeja batik.\n'),
    file: PRODUCT_FILE,
    line: 1,
    message: /---/,
    remedy: /---/,
  },
  {
    what: 'an empty front matter',
    files: product('---\n---\nKemeja batik.\n'),
    file: PRODUCT_FILE,
    message: /kumpulan isian/,
    remedy: /./,
  },
  {
    what: 'a file that is not UTF-8',
    files: { [PRODUCT_FILE]: Buffer.from(edited('Parang', 'Parangé'), 'latin1') },
    file: PRODUCT_FILE,
    line: 1,
    message: /UTF-8/,
    remedy: /UTF-8/,
  },
  {
    what: 'a description that is empty',
    files: product(edited('Kemeja batik cap dari katun primisima.', '')),
    file: PRODUCT_FILE,
    message: /penjelasan produk masih kosong/,
    remedy: /dua atau tiga kalimat/,
    severity: 'warning',
  },
  {
    what: 'a product outside a seller’s folder',
    files: { 'products/kemeja-lain.md': PRODUCT },
    file: 'products/kemeja-lain.md',
    message: /tidak pada tempatnya/,
    remedy: /products\/<penjual>\/<produk>\.md/,
  },
  {
    what: 'a photo that no product names',
    files: { 'products/batik-sekar/lama.jpg': 'x' },
    file: 'products/batik-sekar/lama.jpg',
    message: /tidak dipakai/,
    remedy: /hapus/,
    severity: 'warning',
  },
  {
    what: 'a stray system file',
    files: { 'sellers/Thumbs.db': 'x' },
    file: 'sellers/Thumbs.db',
    message: /tidak pada tempatnya/,
    remedy: /./,
    severity: 'warning',
  },
  {
    what: 'a file name that is no slug',
    files: { 'products/batik-sekar/Kemeja Baru.md': PRODUCT },
    file: 'products/batik-sekar/Kemeja Baru.md',
    message: /"Kemeja Baru" tidak dapat menjadi alamat/,
    remedy: /"kemeja-baru"/,
  },
  {
    what: 'an alias that is another product’s address',
    files: {
      'products/batik-sekar/kemeja-lama.md': edited('stock: 12', 'stock: 12\naliases: [kemeja-parang]'),
    },
    file: 'products/batik-sekar/kemeja-lama.md',
    line: 10,
    field: 'aliases.0',
    message: /"kemeja-parang" sudah dipakai products\/batik-sekar\/kemeja-parang.md/,
    remedy: /hapus alias/,
  },
  {
    what: 'a tariff to a place that does not exist',
    files: {
      'shipping/kilat.json': json({
        name: 'Kilat',
        name_en: 'Fast',
        kind: 'courier',
        position: 9,
        min_grams: 1000,
        step_grams: 1000,
        tolerance_grams: 0,
        zones: [{ from: ['33'], to: ['33.99'], per_step: 9000, days: [1, 2] }],
        estimate: true,
        source: 'contoh',
      }),
    },
    file: 'shipping/kilat.json',
    field: 'zones.0.to.0',
    message: /"33.99" tidak ada/,
    remedy: /./,
  },
];

test.each(MISTAKES)('$what is one problem that names its file, line, field and remedy', async (mistake) => {
  const { problems, content } = await readContent(folderWith(mistake.files));
  expect(problems).toEqual([
    {
      file: mistake.file,
      ...(mistake.line !== undefined
        ? { line: mistake.line }
        : 'line' in (problems[0] ?? {}) && { line: expect.any(Number) }),
      ...(mistake.field !== undefined && { field: mistake.field }),
      message: expect.stringMatching(mistake.message),
      remedy: expect.stringMatching(mistake.remedy),
      severity: mistake.severity ?? 'error',
    },
  ]);
  if (mistake.file.startsWith('products/') && !mistake.severity)
    expect([...content.products.values()].map(({ file }) => file)).not.toContain(mistake.file);
});
