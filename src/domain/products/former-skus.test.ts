import { expect, test } from 'vitest';
import { formerSkus } from './former-skus.ts';

test('a product without variants was sold under each name it had', () => {
  const named = { seller: 'tenun', name: 'ikat', aliases: ['kain', 'kain-lama'], variants: [] };
  expect([...formerSkus(named)]).toEqual([['tenun/ikat', ['tenun/kain', 'tenun/kain-lama']]]);
});

test('a variant was sold under each of its names and its product’s, but for those that are sold now', () => {
  const variants = [
    { id: 'm', aliases: ['sedang'] },
    { id: 'l', aliases: [] },
  ];
  expect([...formerSkus({ seller: 'tenun', name: 'ikat', aliases: ['kain'], variants })]).toEqual([
    ['tenun/ikat/m', ['tenun/ikat/sedang', 'tenun/kain/m', 'tenun/kain/sedang']],
    ['tenun/ikat/l', ['tenun/kain/l']],
  ]);
  expect([...formerSkus({ seller: 'tenun', name: 'ikat', aliases: [], variants })][1]).toEqual([
    'tenun/ikat/l',
    [],
  ]);
});
