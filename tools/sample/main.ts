/**
 * `npm run sample`: writes the sample of the mall, 152 sellers with 2,768 products, into the content folder, in
 * the place of the sellers and products that are there. `--out <folder>` writes elsewhere.
 */
import { parseArgs } from 'node:util';
import { contentFolder } from '../../src/catalog/reading/content-folder.ts';
import { sampleMall } from './mall.ts';
import { realSellers, writeContent } from './write-content.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const folder = values.out ?? contentFolder();
const real = await realSellers(folder);
if (real.length) {
  console.error(
    `Contoh tidak ditulis: ${folder} berisi penjual sungguhan (${real.slice(0, 3).join(', ')}). Tulis ke folder lain dengan --out.`,
  );
  process.exit(1);
}
const mall = await sampleMall();
await writeContent(folder, mall);
const count = mall.reduce((sum, { products }) => sum + products.length, 0);
console.log(`${mall.length} penjual contoh dan ${count} produk ditulis ke ${folder}.`);
