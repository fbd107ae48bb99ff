import { isDeepStrictEqual } from 'node:util';
import type { ProductEntry } from '../../src/catalog/reading/content-folder.ts';
import { productSchema } from '../../src/schemas/product.ts';
import { formatVariants } from '../import/variant-text.ts';
import { EXPORT_COLUMNS, type ExportColumn } from './columns.ts';

export type ProductRow = Record<ExportColumn, string | number>;

/** Where a product came from, and what its columns hold already. */
const ELSEWHERE = new Set([
  'seller',
  'slug',
  'file',
  'body',
  'photos',
  'title',
  'price',
  'category',
  'weight',
  'edition',
  'stock',
]);

/**
 * A product as one row of the table. What has no column, or would not come back from it the same, stands as JSON in
 * the last one, so that nothing is lost.
 */
export function productRow(product: ProductEntry, place: string): ProductRow {
  const row = Object.fromEntries(EXPORT_COLUMNS.map(({ header }) => [header, ''])) as ProductRow;
  const more: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(product))
    if (!ELSEWHERE.has(field) && value !== undefined && !isDefault(field, value)) more[field] = value;

  row.alamat = product.slug;
  row.judul = product.title;
  row.harga = product.price;
  row.kategori = product.category;
  row.penjual = product.seller;
  row.lokasi = place;
  row.expo = product.edition;
  row.stok = product.stock ?? '';
  row.berat = product.weight;
  row.foto = product.photos.join(', ');
  row.deskripsi = product.body.trim();
  const variants = formatVariants(product.variants);
  if (product.variants.length && variants) {
    row.varian = variants;
    delete more.variants;
  }
  const materials = product.materials.join(', ');
  if (
    materials &&
    isDeepStrictEqual(
      materials.split(/[,;/]/).map((text) => text.trim()),
      product.materials,
    )
  ) {
    row.bahan = materials;
    delete more.materials;
  }
  if (product.motif) {
    row.motif = product.motif;
    delete more.motif;
  }
  // A cell's spaces are tidied when it is read.
  if (product.title !== product.title.replace(/\s+/g, ' ')) more.title = product.title;
  if (Object.keys(more).length) row['isian lain'] = JSON.stringify(more);
  return row;
}

/** True for what the schema fills in by itself. */
function isDefault(field: string, value: unknown): boolean {
  const schema = productSchema.shape[field as keyof typeof productSchema.shape];
  const filledIn = schema?.safeParse(undefined);
  return Boolean(filledIn?.success && isDeepStrictEqual(filledIn.data, value));
}
