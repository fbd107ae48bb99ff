import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes an Astro site without anything of the mall's: one collection of the same product files, one page for each,
 * plain HTML, and as many further pages as the mall has besides its products.
 */
export function writeBareSite(folder: string, content: string, furtherPages: number): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  const files: Record<string, string> = {
    'package.json': '{ "type": "module", "private": true }',
    'astro.config.mjs':
      "import { defineConfig } from 'astro/config';\nexport default defineConfig({ build: { concurrency: 2 } });\n",
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = {
  products: defineCollection({
    loader: glob({ pattern: '*/*.md', base: ${JSON.stringify(join(content, 'products'))} }),
    schema: z.object({ title: z.string(), price: z.number() }),
  }),
};
`,
    'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const products = await getCollection('products');
  const further = Array.from({ length: ${furtherPages} }, (_, index) => ({ params: { slug: 'further/' + index }, props: {} }));
  return [...products.map((product) => ({ params: { slug: product.id }, props: { product } })), ...further];
}
const { product } = Astro.props;
const { Content } = product ? await render(product) : {};
---
<html lang="id">
  <head><meta charset="utf-8" /><title>{product?.data.title ?? 'Halaman'}</title></head>
  <body>
    <h1>{product?.data.title ?? 'Halaman'}</h1>
    {product && <p>Rp{product.data.price}</p>}
    {Content && <Content />}
  </body>
</html>
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
