import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../src/catalog/content-folder.ts';
import type { Problem } from '../../src/catalog/content-problem.ts';

/**
 * Products that Git's state before had and this one has not, though no alias leads from their address: whoever
 * kept a link, and every search engine, finds nothing there. No warning where the folder is in no repository.
 * @param before the commit to compare with; by default the main branch's, else the last one
 */
export function vanishedProducts(
  folder: string,
  { products }: Pick<Content, 'products'>,
  before?: string,
): Problem[] {
  const commit = [before ?? 'origin/main', 'HEAD'].find((name) =>
    git(folder, ['rev-parse', '--verify', '-q', name]),
  );
  const listed = commit && git(folder, ['ls-tree', '-r', '-z', '--name-only', commit, '--', 'products']);
  if (!listed) return [];
  const former = new Set(
    [...products.values()].flatMap(({ seller, aliases }) => aliases.map((alias) => `${seller}/${alias}`)),
  );
  return listed.split('\0').flatMap((file): Problem[] => {
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

function git(folder: string, args: string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}
