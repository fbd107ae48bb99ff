/** Units in which the mall sells; `lusin` is 12 pieces, `kodi` 20. */
export const UNITS = ['pcs', 'lembar', 'meter', 'set', 'pasang', 'lusin', 'kodi'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * How a cloth or garment was made, told honestly: `printing` is cloth with a batik motif and is never
 * called batik (SNI 0239:2014 keeps that word for wax-resist work).
 */
export const TECHNIQUES = [
  'tulis',
  'cap',
  'kombinasi',
  'printing',
  'tenun-atbm',
  'tenun-ikat',
  'lurik',
  'ecoprint',
  'jumputan',
  'bordir',
  'sulam',
  'rajut',
  'anyam',
  'konveksi',
  'kerajinan-tangan',
] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** Certificates that a product may carry. */
export const LABEL_KINDS = ['sni', 'halal', 'tkdn', 'hki', 'batikmark', 'p-irt'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];
