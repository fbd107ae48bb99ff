import { z } from 'zod';
import { isSlug } from '../../src/domain/products/sku.ts';
import { productSchema } from '../../src/schemas/product.ts';
import type { TableRow } from './csv-table.ts';

type ProductInput = z.input<typeof productSchema>;

/** A product's fields that a table has no column for. */
export type MoreFields = Omit<Partial<ProductInput>, 'photos'>;

export type ExactRow =
  | { ok: true; address: string | undefined; more: MoreFields }
  | { ok: false; reason: string };

const FIELDS = new Set(Object.keys(productSchema.shape));

/**
 * What an exported row tells beyond a seller's own list: the product's address, and in one column as JSON the
 * fields that have no column. Whether their values are right is left to the schema.
 */
export function readExactRow(text: TableRow['text']): ExactRow {
  const address = text.address.trim() || undefined;
  if (address !== undefined && !isSlug(address))
    return { ok: false, reason: `alamat "${address}" harus huruf kecil, angka, dan tanda hubung` };
  if (!text.more.trim()) return { ok: true, address, more: {} };
  const parsed = z.string().transform(parseJson).pipe(z.record(z.string(), z.unknown())).safeParse(text.more);
  if (!parsed.success)
    return { ok: false, reason: 'kolom "isian lain" rusak; salin lagi dari hasil ekspor, atau kosongkan' };
  const unknown = Object.keys(parsed.data).find((field) => !FIELDS.has(field) || field === 'photos');
  if (unknown) return { ok: false, reason: `kolom "isian lain" memuat isian yang tidak dikenal: ${unknown}` };
  return { ok: true, address, more: parsed.data as MoreFields };
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
}
