import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { SampleProduct } from './goods.ts';
import type { SampleSeller } from './sellers.ts';

/** The text of a product's Markdown file. */
export const productFile = ({ front, body }: SampleProduct) =>
  `---\n${stringify(front, { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true })}---\n\n${body}\n`;

/** The text of a seller's file. */
export const sellerFile = ({ content }: SampleSeller) => `${JSON.stringify(content, null, 2)}\n`;

/** Files of sellers that are no samples; their goods must never be thrown away. */
export async function realSellers(folder: string): Promise<string[]> {
  const sellers = join(folder, 'sellers');
  const files = (await readdir(sellers).catch(() => [])).filter((file) => file.endsWith('.json'));
  const texts = await Promise.all(files.map((file) => readFile(join(sellers, file), 'utf8')));
  return files.filter((_, index) => !/"sample":\s*true/.test(texts[index]!));
}

/** Writes the sample into a content folder, in the place of the sellers and products that are there. */
export async function writeContent(
  folder: string,
  mall: readonly { seller: SampleSeller; products: readonly SampleProduct[] }[],
): Promise<void> {
  const sellers = join(folder, 'sellers');
  const all = join(folder, 'products');
  for (const part of [sellers, all]) {
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
  }
  for (const { seller, products } of mall) {
    const own = join(all, seller.slug);
    await mkdir(own);
    await writeFile(join(sellers, `${seller.slug}.json`), sellerFile(seller));
    for (const product of products) {
      await writeFile(join(own, `${product.slug}.md`), productFile(product));
      for (const [name, svg] of Object.entries(product.pictures)) await writeFile(join(own, name), svg);
    }
  }
}
