import { expect, test } from 'vitest';
import { joinCatalogue } from './join.ts';
import { productView } from './product-page.ts';

const QRIS = '00020101021126';
const { products } = joinCatalogue({
  sellers: [
    {
      id: 'batik-sekar',
      data: {
        name: 'Batik Sekar',
        regency: '33.26',
        email: 'sekar@contoh.test',
        whatsapp: '081200000001',
        payments: { qris: QRIS, bank: { bank: 'Bank Contoh', number: '1234567890', holder: 'Sekar' } },
        known_for: [],
        sample: false,
        draft: false,
      },
    },
  ],
  products: ['kain', 'selendang'].map((slug) => ({
    id: `batik-sekar/${slug}`,
    data: {
      title: `${slug} "truntum" </script>`,
      price: 100_000,
      category: 'kain',
      weight: 300,
      unit: 'pcs' as const,
      photos: ['a.jpg'],
      edition: 'uvo-2',
      stock: 2,
      min_qty: 1,
      tiers: [],
      variants: [],
      materials: [],
      colors: [],
      labels: [
        { kind: 'sni' as const, number: 'lama', valid_until: '2020-01-01' },
        { kind: 'sni' as const, number: 'baru', valid_until: '2999-01-01' },
      ],
      export_ready: false,
      aliases: [],
      sample: false,
    },
    body: 'Kain *halus* <script>alert(1)</script>\u2028 dari Pekalongan.',
  })),
  categories: [
    { slug: 'kain', name: 'Kain', name_en: 'Cloth', description: 'Kain.', weight: 300, synonyms: [] },
  ],
  editions: [
    {
      id: 'uvo-2',
      data: {
        name: 'UVO II',
        short_name: 'UVO II',
        summary: 'Pameran.',
        opens_at: '2020-11-01T00:00:00+07:00',
        closes_at: '2020-11-20T00:00:00+07:00',
        history: [],
      },
    },
  ],
  placeName: (code) => code,
});
const view = productView(products[0]!, [], {});

test('what a page shows is the same after it was written as JSON and read again', () => {
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});

test('a page names the ways of paying, and no account or code', () => {
  expect(view.seller.pays).toEqual(['transfer', 'qris']);
  expect(JSON.stringify(view)).not.toMatch(new RegExp(`1234567890|${QRIS}`));
});

test('certificates that have ended are left out', () => {
  expect(view.labels.map(({ number }) => number)).toEqual(['baru']);
});

test('the description is HTML without anything that runs', () => {
  expect(view.about).toContain('<em>halus</em>');
  expect(view.about).not.toContain('<script');
});
