import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type Content, contentFolder, readContent } from '../src/catalog/content-folder.ts';
import { formatNumber, formatRupiah } from '../src/domain/money.ts';
import { runTool, ToolError } from './terminal.ts';

/** Lines of each kind beyond this many are only counted. */
const MAX_LINES = 40;

export interface CatalogueChanges {
  added: string[];
  removed: string[];
  /** `<title>: <before> → <after>` */
  prices: string[];
  renamed: string[];
  sellers: string[];
}

/** What is different for a buyer between two states of the content. */
export function changesBetween(before: Content, after: Content): CatalogueChanges {
  const former = new Map(
    [...after.products].flatMap(([slug, { seller, aliases }]) =>
      aliases.map((alias): [string, string] => [`${seller}/${alias}`, slug]),
    ),
  );
  const gone = [...before.products].filter(([slug]) => !after.products.has(slug));
  const arrivedByName = new Set(gone.flatMap(([slug]) => former.get(slug) ?? []));
  return {
    added: [...after.products]
      .filter(([slug]) => !before.products.has(slug) && !arrivedByName.has(slug))
      .map(([slug, { title, price }]) => `${title}, ${formatRupiah(price)} (${slug})`),
    removed: gone.filter(([slug]) => !former.has(slug)).map(([slug, { title }]) => `${title} (${slug})`),
    renamed: gone.flatMap(([slug]) => (former.has(slug) ? `${slug} → ${former.get(slug)}` : [])),
    prices: [...after.products].flatMap(([slug, { title, price }]) => {
      const was = before.products.get(slug)?.price;
      if (was === undefined || was === price) return [];
      const percent = Math.round((price / was - 1) * 100);
      return `${title}: ${formatRupiah(was)} → ${formatRupiah(price)} (${percent > 0 ? '+' : ''}${percent} %)`;
    }),
    sellers: [...after.sellers].filter(([slug]) => !before.sellers.has(slug)).map(([, { name }]) => name),
  };
}

/** The changes as a comment for a pull request, in Markdown and Indonesian. */
export function commentOf(changes: CatalogueChanges, products: number): string {
  const parts: [string, string[]][] = [
    ['Produk baru', changes.added],
    ['Produk yang hilang (tanpa `aliases`, alamat lamanya menjadi 410)', changes.removed],
    ['Berganti alamat', changes.renamed],
    ['Harga berubah', changes.prices],
    ['Penjual baru', changes.sellers],
  ];
  const told = parts.filter(([, lines]) => lines.length);
  if (!told.length) return 'Isi katalog tidak berubah.\n';
  return [
    `### Perubahan katalog: ${formatNumber(products)} produk sesudahnya`,
    ...told.flatMap(([title, lines]) => [
      `**${title}: ${formatNumber(lines.length)}**`,
      [
        ...lines.slice(0, MAX_LINES).map((line) => `- ${safe(line)}`),
        ...(lines.length > MAX_LINES ? [`- … dan ${formatNumber(lines.length - MAX_LINES)} lagi`] : []),
      ].join('\n'),
    ]),
    '',
  ].join('\n\n');
}

/** A title can't make links, mentions or HTML of its own in a comment. */
function safe(text: string): string {
  return text.replace(/[<>@#`*_[\]|]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Reads the content as it was at a commit. */
async function contentAt(commit: string, folder: string): Promise<Content> {
  const there = mkdtempSync(join(tmpdir(), 'mal-ukm-before-'));
  try {
    const archive = execFileSync('git', ['archive', commit, '--', folder], { maxBuffer: 2 ** 31 });
    execFileSync('tar', ['-x', '-C', there], { input: archive });
    return (await readContent(join(there, folder))).content;
  } catch (error) {
    throw new ToolError(`${commit} can't be read: ${(error as Error).message}`);
  } finally {
    rmSync(there, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const commit = process.argv[2];
  if (!commit || commit.startsWith('-')) throw new ToolError('node tools/catalogue-changes.ts <commit>');
  const folder = contentFolder();
  const after = (await readContent(folder)).content;
  const before = await contentAt(commit, relative(resolve(), folder));
  process.stdout.write(commentOf(changesBetween(before, after), after.products.size));
}

if (import.meta.main) await runTool(main);
