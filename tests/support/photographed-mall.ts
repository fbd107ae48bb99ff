import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { type Content, readContent } from '../../src/catalog/reading/content-folder.ts';

/**
 * A small content folder in which every product has real photographs, no two alike; the rest is the fixture's.
 * Counts are of sellers, of products for each seller, and of photos for each product.
 */
export async function photographedMall(
  folder: string,
  counts: { sellers: number; products: number; photos: number },
): Promise<{ content: Content; contentFolder: string; sellers: number }> {
  const contentFolder = join(folder, 'content');
  await cp('tests/fixture-content', contentFolder, {
    recursive: true,
    filter: (path) => !/products|sellers/.test(path),
  });
  await mkdir(join(contentFolder, 'sellers'), { recursive: true });
  for (let s = 1; s <= counts.sellers; s += 1) {
    const seller = `toko-${s}`;
    await writeFile(
      join(contentFolder, `sellers/${seller}.json`),
      JSON.stringify({
        name: `Toko ${s}`,
        regency: '33.26',
        email: `${seller}@contoh.mal-ukm.test`,
        whatsapp: `0812000000${s}`,
        payments: { bank: { bank: 'Bank Contoh', number: `000000000${s}`, holder: `Toko ${s}` } },
        sample: true,
      }),
    );
    await mkdir(join(contentFolder, `products/${seller}`), { recursive: true });
    for (let p = 1; p <= counts.products; p += 1) {
      const photos = Array.from({ length: counts.photos }, (_, n) => `kain-${p}-${n + 1}.jpg`);
      for (const [n, photo] of photos.entries())
        await sharp({
          create: { width: 900, height: 1200, channels: 3, background: { r: s * 60, g: p * 20, b: n * 80 } },
        })
          .jpeg()
          .toFile(join(contentFolder, `products/${seller}/${photo}`));
      await writeFile(
        join(contentFolder, `products/${seller}/kain-${p}.md`),
        `---\ntitle: Kain ${p} dari Toko ${s}\nprice: 100000\ncategory: kain\nweight: 300\nphotos: [${photos.join(', ')}]\nedition: uvo-2\nstock: 5\n---\n\nKain.\n`,
      );
    }
  }
  const { content, problems } = await readContent(contentFolder);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new Error(JSON.stringify(errors[0]));
  return { content, contentFolder, sellers: counts.sellers };
}
