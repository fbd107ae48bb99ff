import { formatNumber } from '../../src/domain/money.ts';
import { BUDGETS, type BuildMeasures } from './measure-build.ts';

const ROWS: readonly [keyof BuildMeasures, string][] = [
  ['pageBytes', 'Halaman produk, HTML (persentil 99, Brotli), bita'],
  ['scriptBytes', 'Skrip di halaman yang terberat (Brotli), bita'],
  ['files', 'Berkas di dist/client'],
  ['workerBytes', 'Worker (gzip), bita'],
];

/**
 * What a build weighs, before and after, as a table for a pull request, in Markdown and Indonesian.
 * @param before `undefined` where the state before could not be built
 */
export function budgetTable(before: BuildMeasures | undefined, after: BuildMeasures): string {
  const n = formatNumber;
  const rows = ROWS.map(([measure, name]) => {
    const [was, is, most] = [before?.[measure], after[measure], BUDGETS[measure]];
    const change =
      was === undefined ? '' : is === was ? 'sama' : `${is > was ? '+' : '−'}${n(Math.abs(is - was))}`;
    const share = `${Math.round((is / most) * 100)} %${is > most ? ' **terlampaui**' : ''}`;
    return `| ${[name, was === undefined ? '?' : n(was), n(is), change, `${n(most)} (${share})`].join(' | ')} |`;
  });
  return [
    '### Anggaran',
    '',
    '| | sebelum | sesudah | selisih | batas (terpakai) |',
    '|---|--:|--:|--:|--:|',
    ...rows,
    '',
    ...(before ? [] : ['Keadaan sebelumnya tidak dapat dibangun, jadi tidak dibandingkan.', '']),
  ].join('\n');
}
