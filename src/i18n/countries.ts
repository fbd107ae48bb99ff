import type { Locale } from './locale.ts';

/** Where the mall's goods have gone most; any other country is served by the seller's quote. */
const FIRST = ['ID', 'SG', 'HK', 'MY'];
const OTHERS =
  'AE AU AT BE BN BR CA CH CN CZ DE DK EG ES FI FR GB GR HU IE IN IT JO JP KH KR KW LA MM MO MX NL NO NZ OM PG PH PL PT QA RO SA SE TH TL TR TW US VN ZA'.split(
    ' ',
  );

/** A country's name as people say it: Hong Kong, not its official addition. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'region', style: 'short' }).of(code) ?? code;
}

/** What people call a destination: a regency by its Kemendagri code, or a country. */
export async function placeName(
  names: { regionNames(codes: string[]): Promise<Map<string, string>> },
  place: string,
  locale: Locale,
): Promise<string> {
  if (/^[A-Z]{2}$/.test(place)) return countryName(place, locale);
  return (await names.regionNames([place])).get(place) ?? place;
}

/** Countries of the checkout's list, the usual ones first, in the page's language. */
export function destinationCountries(locale: Locale): { value: string; text: string }[] {
  const option = (code: string) => ({ value: code, text: countryName(code, locale) });
  return [...FIRST.map(option), ...OTHERS.map(option).sort((a, b) => (a.text < b.text ? -1 : 1))];
}
