import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../src/catalog/reading/content-folder.ts';
import type { Problem } from '../../src/catalog/reading/content-problem.ts';
import { formerState } from './former-state.ts';

/**
 * Products that Git's state before had and this one has not, though no alias leads from their address: whoever
 * kept a link, and every search engine, finds nothing there. No warning where the folder is in no repository.
 */
export function vanishedProducts(folder: string, { products }: Pick<Content, 'products'>): Problem[] {
  const former = new Set(
    [...products.values()].flatMap(({ seller, aliases }) => aliases.map((alias) => `${seller}/${alias}`)),
  );
  const listed = formerState(folder)?.list('products') ?? [];
  return listed.flatMap((file): Problem[] => {
    const slug = /^products\/([^/]+\/[^/]+)\.md$/.exec(file)?.[1];
    // A file that is there but faulty is told by its own faults.
    if (!slug || products.has(slug) || former.has(slug) || existsSync(join(folder, file))) return [];
    return [
      {
        file,
        message: 'produk ini hilang, sehingga tautan lamanya tidak sampai ke mana-mana',
        remedy: `bila berganti nama, tambahkan aliases: [${slug.split('/')[1]}] pada berkas barunya; bila memang ditarik, biarkan: pembeli akan melihat produk lain dari penjual ini`,
        severity: 'warning',
      },
    ];
  });
}
