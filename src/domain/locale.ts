/** The languages that the mall speaks; the first is its own. */
export const LOCALES = ['id', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
