import type { Locale } from './locale.ts';

/** Grams as people read them: `350 g`, `1,3 kg` (in English `1.3 kg`). */
export function formatWeight(grams: number, locale: Locale): string {
  if (grams < 1000) return `${grams} g`;
  const kilograms = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(grams / 1000);
  return `${kilograms} kg`;
}
