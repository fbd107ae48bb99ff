import { expect, test } from 'vitest';
import { readWish } from './wish.ts';

const rupiah = (query: string) => {
  const { min_price, max_price, text } = readWish(query);
  return [min_price ?? null, max_price ?? null, text];
};

test('amounts below, above, between and alone are limits in rupiah, and no words', () => {
  const said: Record<string, [number | null, number | null, string]> = {
    'batik dibawah 100rb': [null, 100_000, 'batik'],
    'batik di bawah 100 ribu': [null, 100_000, 'batik'],
    'Batik harga di bawah Rp 100.000': [null, 100_000, 'Batik'],
    'batik dibawah 100': [null, 100_000, 'batik'],
    'batik < 150000': [null, 150_000, 'batik'],
    'batik <150k': [null, 150_000, 'batik'],
    'kemeja max 200rb': [null, 200_000, 'kemeja'],
    'kemeja maks. 200 ribu pria': [null, 200_000, 'kemeja pria'],
    'kain sampai 1jt': [null, 1_000_000, 'kain'],
    'kain sampai 1,5 juta': [null, 1_500_000, 'kain'],
    'bag under 100k': [null, 100_000, 'bag'],
    'tas 100-200rb': [100_000, 200_000, 'tas'],
    'tas antara 100 dan 200 ribu': [100_000, 200_000, 'tas'],
    'tas 50rb sampai 1jt': [50_000, 1_000_000, 'tas'],
    'kain di atas 500rb': [500_000, null, 'kain'],
    'kain > 1jt': [1_000_000, null, 'kain'],
    'kain mulai 250.000': [250_000, null, 'kain'],
    'kado 50rb': [null, 50_000, 'kado'],
    'kado 50 ribuan': [null, 50_000, 'kado'],
  };
  for (const [query, answer] of Object.entries(said)) expect(rupiah(query), query).toEqual(answer);
});

test('numbers that are no price stay text', () => {
  for (const query of [
    'kain 3 negeri',
    'masker 3 lapis',
    'min 10 pcs',
    'seragam 2020',
    'kain 2 meter',
    'kamen 108',
    'uvo 1',
  ])
    expect(rupiah(query), query).toEqual([null, null, query]);
});

test('cheap and dear are an order', () => {
  for (const query of [
    'batik murah',
    'batik termurah',
    'batik yang paling murah',
    'batik murah meriah',
    'cheap batik',
  ])
    expect(readWish(query), query).toMatchObject({ text: 'batik', sort: 'price_asc' });
  expect(readWish('murah')).toMatchObject({ text: '', sort: 'price_asc' });
  expect(readWish('kain termahal')).toMatchObject({ text: 'kain', sort: 'price_desc' });
  expect(readWish('kain merah').sort).toBeUndefined();
});

test('sizes and ages are wishes of their own; an age suits its neighbours', () => {
  expect(readWish('kemeja ukuran XL')).toMatchObject({ text: 'kemeja', sizes: [['xl']] });
  expect(readWish('sandal kulit cewe uk 38')).toMatchObject({ text: 'sandal kulit cewe', sizes: [['38']] });
  expect(readWish('baju anak cowo 5 th')).toMatchObject({ text: 'baju anak cowo', sizes: [['5', '4', '6']] });
  expect(readWish('anak umur 8 tahun dibawah 100rb')).toMatchObject({ text: 'anak', max_price: 100_000 });
});

test('any text is answered quickly, and never with more words than it had', () => {
  for (const text of [
    '',
    '<',
    '< <<<',
    'rp'.repeat(200),
    '1'.repeat(300),
    '1.'.repeat(150),
    'sampai '.repeat(60),
    '9 '.repeat(150),
  ]) {
    const start = performance.now();
    expect(readWish(text).text.length).toBeLessThanOrEqual(text.length);
    expect(performance.now() - start).toBeLessThan(50);
  }
});
