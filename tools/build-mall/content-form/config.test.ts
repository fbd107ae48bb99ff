import { expect, test } from 'vitest';
import { readContent } from '../../../src/catalog/reading/content-folder.ts';
import { readRegions } from '../../../src/catalog/reading/regions.ts';
import { inIndonesian } from '../../../src/i18n/seller-desk/content-form.ts';
import { productSchema } from '../../../src/schemas/product.ts';
import { formConfig } from './config.ts';
import type { FormField } from './fields.ts';
import { type FormHost, formHeaders, formHost } from './host.ts';

interface Collection {
  name: string;
  folder?: string;
  fields?: FormField[];
  files?: { fields: FormField[] }[];
}

const { content } = await readContent('tests/fixture-content');
const regions = [...(await readRegions()).values()];
const configOf = (host: FormHost) => formConfig(content, regions, 'https://mal.test', host);
const local = configOf(formHost({}));
const collections = local.collections as Collection[];
const products = collections.find(({ name }) => name === 'produk-batik-sekar')!;

function* everyField(fields: FormField[], above = ''): Generator<[string, FormField]> {
  for (const field of fields) {
    yield [`${above}${field.name}`, field];
    yield* everyField(field.fields ?? [], `${above}${field.name}.`);
  }
}

test('each seller has a collection of their own products', () => {
  const folders = collections.flatMap(({ folder }) => folder ?? []);
  expect(folders.filter((folder) => folder.startsWith('content/products/'))).toEqual(
    ['batik-sekar', 'lurik-pedan', 'tenun-troso'].map((seller) => `content/products/${seller}`),
  );
});

test('the form asks for every field of the schema, in its order, so that files keep that order', () => {
  const names = products.fields!.map(({ name }) => name).filter((name) => name !== 'body');
  expect(names).toEqual(Object.keys(productSchema.shape));
});

test('every field has a label and one sentence of help', () => {
  const bare: string[] = [];
  for (const { name, fields, files } of collections)
    for (const [path, field] of everyField(fields ?? files?.flatMap(({ fields }) => fields) ?? []))
      if (path !== 'categories' && (field.label === field.name || !field.hint?.endsWith('.')))
        bare.push(`${name}: ${path}`);
  expect(bare).toEqual([]);
});

test('limits, choices and messages are those of the schema', () => {
  const fields = new Map(everyField(products.fields!));
  expect(fields.get('price')).toMatchObject({
    widget: 'number',
    value_type: 'int',
    min: 100,
    required: true,
  });
  expect(fields.get('min_qty')).toMatchObject({ required: false, min: 1, max: 1000 });
  expect(fields.get('category')).toMatchObject({
    widget: 'select',
    options: [
      { label: 'Kemeja', value: 'kemeja' },
      { label: 'Kain', value: 'kain' },
    ],
  });
  expect(fields.get('variants.id')?.pattern).toEqual([
    '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    'hanya huruf kecil, angka, dan tanda hubung, misalnya "kemeja-parang"',
  ]);
  expect(fields.get('photos')).toMatchObject({ widget: 'image', multiple: true, min: 1, max: 10 });
  expect(fields.get('description_en')).toMatchObject({ widget: 'text', maxlength: 2000 });
  expect(fields.get('size_chart.rows.cm')).toMatchObject({ widget: 'list', field: { widget: 'number' } });
});

test('with a repository, changes wait for review on branches of it; without one nothing is asked elsewhere', () => {
  const host = formHost({ MALL_CMS_REPO: 'prpp/mal-ukm', MALL_CMS_AUTH: 'https://masuk.test' });
  expect(configOf(host)).toMatchObject({
    publish_mode: 'editorial_workflow',
    backend: { name: 'github', repo: 'prpp/mal-ukm', branch: 'main', base_url: 'https://masuk.test' },
  });
  expect(formHeaders(host).join('\n')).toContain("connect-src 'self' data: blob: https://api.github.com;");
  expect(local).not.toHaveProperty('publish_mode');
  expect(formHeaders(formHost({})).join('\n')).not.toContain('https:');
});

test('what has no Indonesian word stays English', () => {
  expect(inIndonesian({ a: 'A', b: { c: 'C', d: 'D' } }, { b: { c: 'Ce' }, e: 'E' })).toEqual({
    a: 'A',
    b: { c: 'Ce', d: 'D' },
  });
});
