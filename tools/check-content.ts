import { basename, join, relative, resolve } from 'node:path';
import { type Content, contentFolder, readContent } from '../src/catalog/reading/content-folder.ts';
import type { Problem } from '../src/catalog/reading/content-problem.ts';
import { formatNumber } from '../src/domain/money.ts';
import { type ChangedQris, changedQris } from './check-content/changed-qris.ts';
import { vanishedProducts } from './check-content/vanished-products.ts';
import { folders } from './mall-folders.ts';
import { checkPhotos } from './photos/check-photos.ts';
import { progress, runTool, ToolError } from './terminal.ts';

/** One line for each problem: where, which field, what is wrong, what to do. */
export function problemLines(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, field, message, remedy, severity }) =>
    [
      line === undefined ? file : `${file}:${line}`,
      ...(field === undefined ? [] : [field]),
      severity === 'warning' ? `peringatan: ${message}` : message,
      `→ ${remedy}`,
    ].join('  '),
  );
}

/**
 * Annotations for a pull request, as GitHub's workflow commands want them:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 * @param folder the content folder, relative to the repository
 */
export function githubLines(problems: readonly Problem[], folder: string): string[] {
  return problems.map(({ file, line, field, message, remedy, severity }) => {
    const properties = [
      `file=${escapeProperty(join(folder, file))}`,
      ...(line === undefined ? [] : [`line=${line}`]),
      `title=${escapeProperty(field ?? 'isi mal')}`,
    ];
    return `::${severity} ${properties.join(',')}::${escapeText(`${message} → ${remedy}`)}`;
  });
}

/** QRIS that somebody has to compare with the posters; nothing where none is new. */
export function noticeLines(qris: readonly ChangedQris[], format: Format, folder: string): string[] {
  if (format === 'github')
    return qris.map(
      ({ file, told }) =>
        `::notice file=${escapeProperty(join(folder, file))},title=payments.qris::${escapeText(`${told} → ${COMPARE}`)}`,
    );
  if (!qris.length) return [];
  return ['', `QRIS baru, ${COMPARE}:`, ...qris.map(({ file, told }) => `${file}  ${told}`)];
}

const COMPARE = 'cocokkan nama, kota, dan NMID dengan poster penjual';

type Format = 'text' | 'github';

/** `2.768 produk diperiksa: 3 masalah yang harus diperbaiki, 1 peringatan.` */
export function summaryOf(problems: readonly Problem[], products: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [
    errors ? `${formatNumber(errors)} masalah yang harus diperbaiki` : 'tidak ada masalah',
    ...(warnings ? [`${formatNumber(warnings)} peringatan`] : []),
  ];
  return `${formatNumber(products)} produk diperiksa: ${counts.join(', ')}.`;
}

/** How many products were looked at: the valid ones, and those that have a problem instead. */
function productsIn({ products }: Content, problems: readonly Problem[]): number {
  const faulty = problems.map(({ file }) => file).filter((file) => /^products\/[^/]+\/[^/]+\.md$/.test(file));
  return new Set([...[...products.values()].map(({ file }) => file), ...faulty]).size;
}

async function main(): Promise<void> {
  const format =
    process.argv.find((argument) => argument.startsWith('--format='))?.slice('--format='.length) ?? 'text';
  if (format !== 'github' && format !== 'text')
    throw new ToolError(`Format "${format}" tidak dikenal. Pakai --format=github atau --format=text.`);
  const folder = contentFolder();
  const [{ content, problems }, photoProblems] = await Promise.all([
    readContent(folder),
    checkPhotos(folder, join(folders.cache, 'photo-verdicts.json'), progress('memeriksa foto')),
  ]);
  const all = [...problems, ...photoProblems, ...vanishedProducts(folder, content)];
  // CI reads another checkout's content; its own repository knows that folder by its name.
  const own = relative(resolve(), folder);
  const place = own.startsWith('..') ? basename(folder) : own;
  const lines = [
    ...(format === 'github' ? githubLines(all, place) : problemLines(all)),
    ...noticeLines(changedQris(folder, content), format, place),
  ];
  for (const line of lines) process.stdout.write(`${line}\n`);
  process.stdout.write(`${lines.length ? '\n' : ''}${summaryOf(all, productsIn(content, all))}\n`);
  if (all.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

if (import.meta.main) await runTool(main);
