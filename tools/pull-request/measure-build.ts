import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { inParallel } from '../build-mall/parallel.ts';

/** What a build weighs. */
export interface BuildMeasures {
  /** A product page's HTML with its inline CSS, Brotli quality 4, 99th percentile over all of them; bytes. */
  pageBytes: number;
  /** The script of the page that loads most before interaction, Brotli quality 4; bytes. */
  scriptBytes: number;
  /** Files in `client`. */
  files: number;
  /** The Worker's modules, gzip; bytes. */
  workerBytes: number;
}

/** The most of each that the design allows: beyond it the mall is dearer for those on the slowest data. */
export const BUDGETS: BuildMeasures = {
  pageBytes: 13_000,
  scriptBytes: 5_000,
  files: 20_000,
  workerBytes: 600_000,
};

/** As the edge compresses. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Weighs what `npm run build` left in a `dist` folder. */
export async function measureBuild(dist: string): Promise<BuildMeasures> {
  const client = join(dist, 'client');
  return {
    pageBytes: await productPageBytes(client),
    scriptBytes: Math.max(0, ...scriptBytesByPage(client).values()),
    files: countFiles(client),
    workerBytes: globSync('server/**/*.{mjs,js,wasm}', { cwd: dist }).reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length,
      0,
    ),
  };
}

async function productPageBytes(client: string): Promise<number> {
  const compress = promisify(brotliCompress);
  const pages = globSync('produk/**/*.html', { cwd: client });
  const sizes = await inParallel(
    pages,
    4,
    async (page) => (await compress(readFileSync(join(client, page)), BROTLI)).length,
  );
  return sizes.sort((a, b) => a - b)[Math.ceil(sizes.length * 0.99) - 1] ?? 0;
}

/** What each page loads of scripts before anybody touches it, with all that those import; bytes by file. */
export function scriptBytesByPage(client: string): Map<string, number> {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string, seen: Set<string>): number => {
    if (seen.has(file)) return 0;
    seen.add(file);
    const code = readFileSync(join(client, file), 'utf8');
    if (!sizes.has(file)) sizes.set(file, brotliCompressSync(code, BROTLI).length);
    const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?["'](\.[^"']+\.js)["']/g)];
    return imports.reduce(
      (sum, [, name]) => sum + sizeOf(new URL(name!, `https://mall${file}`).pathname, seen),
      sizes.get(file)!,
    );
  };
  const pages = globSync('**/*.html', { cwd: client }).sort();
  return new Map(
    pages.map((page) => {
      const seen = new Set<string>();
      const html = readFileSync(join(client, page), 'utf8');
      const files = [
        ...html.matchAll(/<(?:script|link(?=[^>]*preload))\b[^>]*?\b(?:src|href)="?(\/[^"\s>]+\.js)\b/g),
      ];
      return [page, files.reduce((sum, [, file]) => sum + sizeOf(file!, seen), 0)];
    }),
  );
}

/** How many files lie below a folder. */
export function countFiles(folder: string): number {
  return globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile()).length;
}
