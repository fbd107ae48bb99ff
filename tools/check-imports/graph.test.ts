import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { circles, importFault, importsOf, partOf, sourceFiles } from './graph.ts';
import { importTable } from './table.ts';

const faultsOf = (file: string, text: string) =>
  importsOf(file, text).flatMap((one) => importFault(one) ?? []);

test('every import of every source file is in the table, and none runs in a circle', () => {
  const imports = sourceFiles().flatMap((file) => importsOf(file));
  expect(imports.flatMap((one) => importFault(one) ?? [])).toEqual([]);
  expect(circles(imports)).toEqual([]);
});

test('every source file stands in a part of the house', () => {
  expect(sourceFiles().filter((file) => !partOf(file))).toEqual([]);
});

test('a wrong import is caught in .ts: a rule that reads a database, a room that imports one above it', () => {
  expect(
    faultsOf(
      'src/domain/payment/x.ts',
      "import { d1Orders } from '../../../functions/ordering/d1-orders.ts';",
    ),
  ).toHaveLength(1);
  expect(faultsOf('src/domain/payment/x.ts', "import { z } from 'zod';")).toHaveLength(1);
  expect(faultsOf('functions/payment/x.ts', "import type { Context } from 'hono';")).toHaveLength(1);
  expect(
    faultsOf('functions/payment/x.ts', "import type { Order } from '../ordering/ports.ts';"),
  ).toHaveLength(1);
  expect(faultsOf('functions/ordering/x.ts', "import type { Proof } from '../payment/ports.ts';")).toEqual(
    [],
  );
});

test('a wrong import is caught in .astro: in the front matter, in a script, and one that is computed', () => {
  const page = (frontMatter: string, body = '') => `---\n${frontMatter}\n---\n<p>${body}</p>`;
  const component = 'src/components/ordering/X.astro';
  expect(
    faultsOf(component, page("import { placeOrder } from '../../../functions/ordering/place-order.ts';")),
  ).toHaveLength(1);
  expect(faultsOf(component, page('', "<script>import '../../pages/index.astro';</script>"))).toHaveLength(1);
  expect(faultsOf(component, page("const x = await import('../../../functions/mall.ts');"))).toHaveLength(1);
});

test('files that import one another are a circle', () => {
  const [a, b, c] = ['src/domain/a.ts', 'src/domain/b.ts', 'src/domain/c.ts'];
  expect(
    circles([
      { from: a, to: b },
      { from: b, to: c },
    ]),
  ).toEqual([]);
  expect(
    circles([
      { from: a, to: b },
      { from: b, to: c },
      { from: c, to: a },
    ]),
  ).toHaveLength(1);
});

test('no folder of functions, domain or components holds more than 20 files beside each other', () => {
  const counts = Map.groupBy(sourceFiles(), (file) => file.slice(0, file.lastIndexOf('/')));
  const full = [...counts].filter(
    ([folder, files]) => /^(functions|src\/(domain|components))(\/|$)/.test(folder) && files.length > 20,
  );
  expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
});

test('the README prints the table of who may import whom', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(importTable());
});

test('the sample is a project of its own: nothing outside tools/sample imports it', () => {
  const files = globSync(['{src,functions,tools,tests}/**/*.{ts,astro}', '*.ts']);
  const outside = files.filter((file) => !file.startsWith('tools/sample/'));
  expect(outside.length).toBeGreaterThan(500);
  expect(
    outside.flatMap((file) => importsOf(file)).filter(({ to }) => to.startsWith('tools/sample')),
  ).toEqual([]);
});
