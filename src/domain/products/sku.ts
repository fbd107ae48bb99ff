/** A slug as it stands in file names and URLs: lower-case letters, digits and single hyphens, 1 to 80. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The parts of a SKU: `<seller>/<product>` or `<seller>/<product>/<variant>`. */
export interface SkuParts {
  seller: string;
  product: string;
  variant?: string;
}

/** True for a slug of 1 to 80 characters. */
export function isSlug(value: string): boolean {
  return value.length <= 80 && SLUG_PATTERN.test(value);
}

/** Joins the parts of a SKU. */
export function formatSku({ seller, product, variant }: SkuParts): string {
  return variant === undefined ? `${seller}/${product}` : `${seller}/${product}/${variant}`;
}

/** Takes a SKU apart; `undefined` when the text is not one. */
export function parseSku(text: string): SkuParts | undefined {
  const parts = text.split('/');
  if (parts.length < 2 || parts.length > 3 || !parts.every(isSlug)) return undefined;
  const [seller, product, variant] = parts as [string, string, string?];
  return variant === undefined ? { seller, product } : { seller, product, variant };
}
