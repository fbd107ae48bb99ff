import { stringify } from 'yaml';
import type { z } from 'zod';
import { TO_FILL_IN } from '../../src/catalog/reading/content-seller.ts';
import type { productSchema } from '../../src/schemas/product.ts';
import type { SellerContent } from '../../src/schemas/seller.ts';

/** A product as the import writes it; what it leaves out has a default in the schema. */
export type ImportedProduct = z.input<typeof productSchema>;

/** A product's file as an editor would have written it: the same bytes as the form writes, /kelola/konten/. */
export function productFile(product: ImportedProduct, description: string): string {
  return `---\n${stringify(product, { lineWidth: 0, singleQuote: true })}---\n\n${description.trim()}\n`;
}

/** One honest sentence for a product of which the table says no more. */
export function plainDescription(title: string, category: string, place: string): string {
  // Signs that Markdown would take for its own, anywhere or at the beginning.
  const safe = title
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
  return `${safe}, kategori ${category}, dikirim dari ${place}. Bahan, ukuran, dan cara merawatnya belum dilengkapi penjual; silakan tanyakan dulu sebelum memesan.`;
}

/**
 * A seller of whom only the place is known: valid, but nothing in it reaches or pays anybody. The number begins
 * with 0800, which no mobile has; `.invalid` is never delivered to (RFC 2606).
 */
export function draftSeller(slug: string, name: string, regency: string): Partial<SellerContent> {
  return {
    name,
    regency,
    email: `${slug}@belum-diisi.invalid`,
    whatsapp: '0800 0000 0000',
    payments: { bank: { bank: TO_FILL_IN, number: '0000000000', holder: TO_FILL_IN } },
    draft: true,
  };
}

/** A seller's file. */
export function sellerFile(seller: Partial<SellerContent>): string {
  return `${JSON.stringify(seller, null, 2)}\n`;
}
