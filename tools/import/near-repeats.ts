import type { Content } from '../../src/catalog/reading/content-folder.ts';
import type { Candidate } from './plan.ts';

/**
 * Warns of new rows that are hardly another product: the same words as an earlier row's or a product's that is
 * there already, whatever their order, case and signs; or a title that differs in its last part only, at the same
 * price, likely a size or colour. Rows of one seller are compared; one with an address is a product of its own.
 */
export function warnOfNearRepeats(candidates: Iterable<Candidate>, { products }: Content): void {
  const known = new Map(
    [...products.values()].map(({ seller, title, file }) => [keyOf(seller, wordsOf(title)), file]),
  );
  const stems = new Map<string, number>();
  for (const { seller, title, price, report, address } of candidates) {
    if (address) continue;
    const words = keyOf(seller.slug, wordsOf(title));
    const twin = known.get(words);
    if (twin) report.warnings.push(`kata-kata judulnya sama dengan ${twin}; mungkin barang yang sama`);
    else known.set(words, `baris ${report.row}`);
    const stem = title.replace(/\s+-\s+[^-]*$/, '').replace(/[\s#]*(?:part\s*)?\d+$/i, '');
    if (stem === title || twin) continue;
    const key = keyOf(seller.slug, stem.toLowerCase(), price);
    const before = stems.get(key);
    if (before === undefined) stems.set(key, report.row);
    else
      report.warnings.push(
        `mirip baris ${before}, hanya akhir judulnya berbeda; mungkin satu produk dengan varian`,
      );
  }
}

const keyOf = (...parts: (string | number)[]) => JSON.stringify(parts);

/** A title's words without case, accents, signs and order. */
function wordsOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
}
