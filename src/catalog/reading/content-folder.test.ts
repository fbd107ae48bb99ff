import { afterEach, expect, test } from 'vitest';
import { readContent } from './content-folder.ts';
import {
  edited,
  folderWith,
  PRODUCT_FILE,
  product,
  removeFolders,
  SELLER_FILE,
  seller,
} from './content-testing.ts';

afterEach(removeFolders);

test('a good folder has no problem, and its parts are told by slug', async () => {
  const { content, problems } = await readContent(folderWith());
  expect(problems).toEqual([]);
  expect(content.products.get('batik-sekar/kemeja-parang')).toMatchObject({
    seller: 'batik-sekar',
    slug: 'kemeja-parang',
    file: PRODUCT_FILE,
    body: 'Kemeja batik cap dari katun primisima.',
    min_qty: 1,
  });
  expect(content.sellers.get('batik-sekar')).toMatchObject({
    name: 'Batik Sekar',
    whatsapp: '+6281234567890',
  });
  expect(content.categories.map(({ slug }) => slug)).toContain('kemeja');
  expect([...content.editions.keys()]).toEqual(['uvo-1', 'uvo-2']);
});

test('all problems of all files are told at once, in the order of files and lines', async () => {
  const { problems } = await readContent(
    folderWith({
      ...product(edited('185000', '0').replace('weight: 350', 'weight: berat')),
      ...seller({ whatsapp: '12', email: 'bukan' }),
      'pages/tentang.md': '---\ntitle: Tentang\n---\n',
    }),
  );
  expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
    'pages/tentang.md description',
    `${PRODUCT_FILE} price`,
    `${PRODUCT_FILE} weight`,
    `${SELLER_FILE} email`,
    `${SELLER_FILE} whatsapp`,
  ]);
  expect(problems.every(({ message }) => !/invalid|expected|input/i.test(message))).toBe(true);
});

test('a seller with a mistake is told once, not again for each product, and the products stay out', async () => {
  const { problems, content } = await readContent(folderWith(seller({ regency: '99.99' })));
  expect(problems.map(({ file }) => file)).toEqual([SELLER_FILE]);
  expect(content.products.size).toBe(0);
});

test('a folder that is not there is told as such', async () => {
  const { problems } = await readContent('/tidak/ada');
  expect(problems[0]?.message).toContain('/tidak/ada');
});
