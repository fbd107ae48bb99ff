import { cleanLine } from '../../src/domain/text.ts';
import { slugFor } from './slug.ts';

/** A variant as a table's cell gives it. */
export interface VariantText {
  id: string;
  name: string;
  price?: number;
  stock?: number;
  weight?: number;
  photo?: string;
}

/**
 * Variants of a cell. A seller writes `S, M, L` or `Merah / Biru`; an export writes a line for each, with
 * `id; name; price; stock; weight; photo`, where what is empty is the product's own.
 */
export function parseVariants(text: string): VariantText[] {
  if (!text.trim()) return [];
  if (!text.includes(';')) return plainVariants(text.split(/[,/|\n]/));
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [id = '', name = '', price = '', stock = '', weight = '', photo = ''] = line
        .split(';')
        .map((part) => part.trim());
      return {
        id,
        name,
        ...(price && { price: Number(price) }),
        ...(stock && { stock: Number(stock) }),
        ...(weight && { weight: Number(weight) }),
        ...(photo && { photo }),
      };
    });
}

/** Every size in every colour, as a table with a column for each has them. */
export function sizesAndColors(sizes: string, colors: string): VariantText[] {
  const split = (text: string) =>
    text
      .split(/[,/|;\n]/)
      .map(cleanLine)
      .filter(Boolean);
  const [first, second] = [split(colors), split(sizes)];
  if (!first.length || !second.length) return plainVariants([...first, ...second]);
  return plainVariants(first.flatMap((color) => second.map((size) => `${color}, ${size}`)));
}

function plainVariants(names: string[]): VariantText[] {
  const variants = names.map(cleanLine).filter(Boolean);
  // One size or colour is no choice.
  if (variants.length < 2) return [];
  return [...new Set(variants)].map((name) => ({ id: slugFor(name, 'pilihan'), name }));
}

/** Variants as an export writes them; `undefined` where a cell could not hold them. */
export function formatVariants(variants: readonly VariantText[]): string | undefined {
  const lines = variants.map(({ id, name, price, stock, weight, photo }) =>
    [id, name, price, stock, weight, photo]
      .map((value) => String(value ?? ''))
      .join('; ')
      .replace(/(?:; ?)+$/, ''),
  );
  const text = lines.join('\n');
  const isSame = JSON.stringify(parseVariants(text)) === JSON.stringify(variants);
  return isSame ? text : undefined;
}
