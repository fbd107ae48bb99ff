import { formatSku } from './sku.ts';

/** A product's name, its variants, and what each was called before. */
interface Named {
  seller: string;
  /** `<product>`, the file's name. */
  name: string;
  aliases: readonly string[];
  variants: readonly { id: string; aliases: readonly string[] }[];
}

/**
 * Each SKU that a product has now, with every SKU it had under earlier names of the product or of its variant. None
 * of the former ones is one that the product has now.
 */
export function formerSkus({ seller, name, aliases, variants }: Named): Map<string, string[]> {
  const names = [name, ...aliases];
  const skuOf = (product: string, variant?: string) =>
    formatSku({ seller, product, ...(variant !== undefined && { variant }) });
  const every = variants.length
    ? variants.map((variant) => ({
        sku: skuOf(name, variant.id),
        all: names.flatMap((product) => [variant.id, ...variant.aliases].map((id) => skuOf(product, id))),
      }))
    : [{ sku: skuOf(name), all: names.map((product) => skuOf(product)) }];
  const present = new Set(every.map(({ sku }) => sku));
  return new Map(every.map(({ sku, all }) => [sku, all.filter((former) => !present.has(former))]));
}
