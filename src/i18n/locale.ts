import { LOCALES, type Locale } from '../domain/locale.ts';

export { LOCALES, type Locale };

/** The sentences of one topic in every language: each `src/i18n/<topic>.ts` exports one. */
export type Sentences<T> = Record<Locale, T>;

/** The language of a request for JSON: English when `Accept-Language` prefers it, else Indonesian. */
export function localeFromHeader(header: string | null | undefined): Locale {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([0-9.]+)$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((entry) => entry.language === 'id' || entry.language === 'en')
    .sort((a, b) => b.quality - a.quality);
  return ranked[0]?.language === 'en' ? 'en' : 'id';
}
