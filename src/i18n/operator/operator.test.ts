import { expect, test } from 'vitest';
import { operatorDesk } from './operator.ts';

const figures = {
  as_of: '2020-11-20T13:00:00+07:00',
  total: 3_715_382_000,
  editions: [
    { name: 'UKM Virtual Expo I', total: 3_484_791_000 },
    { name: 'UKM Virtual Expo II', total: 230_591_000 },
  ],
  sellers: 152,
  products: 2768,
  visitors: 9500,
  inquiries: 3464,
};

test('the sentence for the press tells moment, turnover and its parts', () => {
  expect(operatorDesk.pressSentence(figures)).toBe(
    'Sampai dengan Jumat, 20 November 2020 pukul 13.00 WIB, omzet Mal UKM Jawa Tengah mencapai Rp3.715.382.000, terdiri atas Rp3.484.791.000 dari UKM Virtual Expo I dan Rp230.591.000 dari UKM Virtual Expo II. Mal ini menghimpun 152 UKM dan 2.768 produk, dengan 9.500 pengunjung dan 3.464 penawaran kepada penjual.',
  );
});

test('expos without turnover are not in it', () => {
  const [first, second] = figures.editions;
  const editions = [first!, { ...second!, total: 0 }];
  expect(operatorDesk.pressSentence({ ...figures, editions })).not.toMatch(/terdiri|Rp0/);
});
