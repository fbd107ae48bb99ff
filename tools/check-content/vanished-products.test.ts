import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/catalog/reading/content-folder.ts';
import { committedContent } from './committed-content-testing.ts';
import { vanishedProducts } from './vanished-products.ts';

const folder = committedContent();
const file = join(folder, 'products/tenun-troso/kain-ikat.md');
const renamed = join(folder, 'products/tenun-troso/tenun-ikat.md');

const told = async () => vanishedProducts(folder, (await readContent(folder)).content);

test('as long as every product is there, nothing is told', async () => {
  expect(await told()).toEqual([]);
});

test('a product that was renamed without an alias is a warning that says which alias to add', async () => {
  renameSync(file, renamed);
  expect(await told()).toEqual([
    expect.objectContaining({
      file: 'products/tenun-troso/kain-ikat.md',
      severity: 'warning',
      remedy: expect.stringContaining('aliases: [kain-ikat]'),
    }),
  ]);
});

test('with the alias it is none', async () => {
  writeFileSync(renamed, readFileSync(renamed, 'utf8').replace(/^aliases: .*$/m, 'aliases: [kain-ikat]'));
  expect(await told()).toEqual([]);
});

test('a folder outside any repository has no past', async () => {
  expect(vanishedProducts(tmpdir(), { products: new Map() })).toEqual([]);
});
