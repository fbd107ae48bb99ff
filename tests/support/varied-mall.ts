import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const SELLER = 'toko-lengkap';

/** A seller that buyers can reach: its pages have a WhatsApp link, which those of samples lack. */
const seller = {
  name: 'Toko "Lengkap" & Rekan <Kudus>',
  regency: '33.19',
  email: 'toko-lengkap@contoh.mal-ukm.test',
  whatsapp: '0812 3456 7890',
  since: 1998,
  known_for: ['bordir & renda', 'ukuran besar'],
  holiday: { from: '2026-12-24', until: '2027-01-02', note: 'Kami libur.' },
  payments: {
    bank: { bank: 'Bank Contoh', number: '0000000009', holder: 'Toko Lengkap' },
    cod: {},
    abroad: {
      bank: 'Bank Contoh',
      number: '0000000009',
      holder: 'Toko Lengkap',
      swift: 'CNTHIDJA',
      currencies: ['SGD'],
    },
  },
};

/** Front matter beyond the least, and the description, of a product that shows it. */
const PRODUCTS: Record<string, { more: Record<string, unknown>; body?: string; photos?: number }> = {
  'kain-biasa': { more: { stock: 5 } },
  'kemeja-ukuran': {
    more: {
      category: 'kemeja',
      stock: 4,
      variants: [
        { id: 'm', name: 'M & "slim"', photo: 'kemeja-ukuran-2.jpg' },
        { id: 'l', name: 'L', price: 150_000, stock: 0 },
        { id: 'xl', name: 'XL', stock: 2 },
      ],
      size_chart: {
        columns: ['LD', 'PB', 'Lengan'],
        rows: [
          { size: 'M', cm: [104, 70.5, 60] },
          { size: 'L', cm: [110, 72, 61.5] },
        ],
      },
    },
    photos: 3,
  },
  'gamis-pesanan': { more: { category: 'kemeja', made_to_order_days: 14, min_qty: 3, unit: 'set' } },
  'selendang-habis': { more: { stock: 0 } },
  'kain-grosir': {
    more: {
      stock: 900,
      unit: 'meter',
      tiers: [
        { min_qty: 12, price: 90_000 },
        { min_qty: 40, price: 80_000 },
      ],
    },
  },
  'batik-lasem': {
    more: {
      stock: 1,
      technique: 'tulis',
      motif: 'tiga negeri',
      materials: ['katun primisima', 'malam'],
      colors: ['merah', 'biru'],
      care: 'Cuci dengan lerak; jemur < 1 jam & teduh.',
      packed_size_cm: { length: 30.5, width: 22, height: 4.25 },
      labels: [
        { kind: 'batikmark', number: '12/BM-T/I/2024', valid_until: '2999-08-17' },
        { kind: 'hki', number: 'IDM000111', valid_until: '2020-01-01' },
      ],
    },
    photos: 4,
  },
  'kain-ekspor': {
    more: {
      stock: 20,
      export_ready: true,
      title_en: 'Cloth "for" export & more',
      description_en: 'Soft <cotton>, 2 m.',
    },
  },
  'judul-sulit': {
    more: { title: `Kain "kutip" 'satu' </script><b>tebal</b> & \${x} {y} 😀`, stock: 7 },
    body: 'Baris <script>alert(1)</script> dengan *tekanan*, **tebal**,\u2028 dan [tautan](https://contoh.test/?a=1&b=2).\n\n# Judul\n\n- satu\n- dua & tiga\n',
  },
  'panjang-lebar': { more: { stock: 3 }, body: 'Kalimat yang panjang sekali tentang kain ini. '.repeat(120) },
  'pasangan-lusin': { more: { stock: 24, unit: 'lusin', min_qty: 2, technique: 'printing' } },
};

/**
 * The fixture's content and one more seller, whose products between them show everything that a product's page can
 * show, with real photographs.
 */
export async function variedMall(folder: string): Promise<{ content: string; seller: string }> {
  const content = join(folder, 'content');
  cpSync('tests/fixture-content', content, { recursive: true });
  writeFileSync(join(content, `sellers/${SELLER}.json`), JSON.stringify(seller));
  const products = join(content, 'products', SELLER);
  mkdirSync(products, { recursive: true });
  for (const [index, [slug, { more, body = 'Kain yang halus.', photos = 1 }]] of Object.entries(
    PRODUCTS,
  ).entries()) {
    const names = Array.from({ length: photos }, (_, photo) => `${slug}-${photo + 1}.jpg`);
    for (const [photo, name] of names.entries())
      await sharp({
        create: {
          width: 900,
          height: 1100 + 10 * index,
          channels: 3,
          background: { r: 20 * index, g: 60 * photo, b: 120 },
        },
      })
        .jpeg()
        .toFile(join(products, name));
    const front = { title: `Kain ${slug}`, price: 100_000, category: 'kain', weight: 300, edition: 'uvo-2' };
    writeFileSync(
      join(products, `${slug}.md`),
      `---\n${JSON.stringify({ ...front, photos: names, ...more })}\n---\n\n${body}\n`,
    );
  }
  return { content, seller: SELLER };
}
