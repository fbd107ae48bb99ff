import { afterEach, expect, test } from 'vitest';
import { formatEmv, formatTlv } from '../../domain/payment/emv-tlv.ts';
import { readContent } from './content-folder.ts';
import { folderWith, json, removeFolders, SELLER, SELLER_FILE } from './content-testing.ts';

afterEach(removeFolders);

const OTHER = 'sellers/tenun-lain.json';
const bank = { bank: 'BRI', number: '999 888 7776', holder: 'Lain' };
const other = (changes: object) => ({
  ...SELLER,
  name: 'Tenun Lain',
  email: 'lain@mal-ukm.test',
  payments: { bank },
  ...changes,
});

/** A static QRIS of a merchant. */
const qris = (nmid: string, name: string) =>
  formatEmv([
    { tag: '00', value: '01' },
    { tag: '01', value: '11' },
    {
      tag: '51',
      value: formatTlv([
        { tag: '00', value: 'ID.CO.QRIS.WWW' },
        { tag: '02', value: nmid },
      ]),
    },
    { tag: '52', value: '5699' },
    { tag: '53', value: '360' },
    { tag: '58', value: 'ID' },
    { tag: '59', value: name },
    { tag: '60', value: 'KOTA SEMARANG' },
  ]);

const SHARED: [string, { first?: object; second: object; field: string; message: RegExp }][] = [
  [
    'e-mail',
    { second: { email: 'Sekar@mal-ukm.test' }, field: 'email', message: /^e-mail ini juga dipakai/ },
  ],
  [
    'account number, written with blanks and under another name',
    {
      second: { payments: { bank: { ...bank, number: '1234 567-890' } } },
      field: 'payments.bank.number',
      message: /^nomor rekening ini/,
    },
  ],
  [
    'account for money from abroad',
    {
      second: {
        payments: { abroad: { ...bank, number: '1234567890', swift: 'CNTHIDJA', currencies: ['SGD'] } },
      },
      field: 'payments.abroad.number',
      message: /^nomor rekening ini/,
    },
  ],
  [
    'merchant behind two QRIS',
    {
      first: { payments: { qris: qris('ID1020000000001', 'SEKAR') } },
      second: { payments: { qris: qris('ID1020000000001', 'LAIN') } },
      field: 'payments.qris',
      message: /^QRIS ini/,
    },
  ],
];

test.each(SHARED)('one %s in two shops is an error that names both files', async (_, shared) => {
  const { problems } = await readContent(
    folderWith({
      [SELLER_FILE]: json({ ...SELLER, ...shared.first }),
      [OTHER]: json(other(shared.second)),
    }),
  );
  expect(problems).toMatchObject([{ file: OTHER, field: shared.field, severity: 'error' }]);
  expect(problems[0]?.message).toMatch(shared.message);
  expect(problems[0]?.message).toContain(SELLER_FILE);
});

test('a shop may use one account twice, and two drafts the same placeholders', async () => {
  const abroad = { ...SELLER.payments.bank, swift: 'CNTHIDJA', currencies: ['SGD'] };
  const { problems } = await readContent(
    folderWith({
      [SELLER_FILE]: json({ ...SELLER, payments: { ...SELLER.payments, abroad } }),
      [OTHER]: json(other({ draft: true, payments: SELLER.payments })),
      'sellers/tenun-lagi.json': json(other({ draft: true })),
    }),
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});
