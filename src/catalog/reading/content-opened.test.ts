import { afterEach, expect, test } from 'vitest';
import { readContent } from './content-folder.ts';
import { openedContent } from './content-opened.ts';
import {
  edited,
  folderWith,
  PRODUCT_FILE,
  product,
  removeFolders,
  SELLER,
  seller,
} from './content-testing.ts';

afterEach(removeFolders);

const exported = product(edited('stock: 12', 'stock: 12\nexport_ready: true'));
const abroad = { ...SELLER.payments.bank, swift: 'CNTHIDJA', currencies: ['SGD'] };

test('a draft seller and its products are not part of the mall that is built', async () => {
  const { content } = await readContent(folderWith(seller({ draft: true })));
  expect(content.products.size).toBe(1);
  const opened = openedContent(content);
  expect([opened.sellers.size, opened.products.size]).toEqual([0, 0]);
  expect(opened.categories).toEqual(content.categories);
});

test('a product ships abroad only where its seller can be paid from abroad; the check says what is missing', async () => {
  const without = await readContent(folderWith(exported));
  expect(without.problems).toMatchObject([
    {
      file: PRODUCT_FILE,
      field: 'export_ready',
      severity: 'warning',
      message: expect.stringMatching(/abroad/),
    },
  ]);
  const [first] = openedContent(without.content).products.values();
  expect(first?.export_ready).toBe(false);

  const payable = await readContent(
    folderWith({ ...exported, ...seller({ payments: { ...SELLER.payments, abroad } }) }),
  );
  expect(payable.problems).toEqual([]);
  const [second] = openedContent(payable.content).products.values();
  expect(second?.export_ready).toBe(true);
});
