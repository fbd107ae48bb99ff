import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';

export type PhoneResult = { ok: true; e164: string; country?: string } | { ok: false };

/**
 * A phone number in any spelling (`0812…`, `62812…`, `+62 812-…`, `0065…`) as E.164, `+62812…`.
 * @param country where a number without a country code is from (ISO 3166, two letters)
 */
export function normalisePhone(text: string, country = 'ID'): PhoneResult {
  const home = (isSupportedCountry(country) ? country : 'ID') as CountryCode;
  const typed = text.trim().replace(/^00(?=[1-9])/, '+');
  // Buyers abroad order for a home in Java as often as not, so an Indonesian mobile is understood everywhere.
  const candidates: [string, CountryCode][] = [
    [typed, home],
    [typed, 'ID'],
    [`+${typed}`, home],
  ];
  for (const [candidate, from] of candidates) {
    const number = parsePhoneNumberFromString(candidate, { defaultCountry: from, extract: false });
    if (number?.isPossible() && /^\+[1-9]\d{7,14}$/.test(number.number))
      return { ok: true, e164: number.number, ...(number.country && { country: number.country }) };
  }
  return { ok: false };
}

/**
 * A number that a schema has accepted, as E.164.
 * @throws for one that no schema would accept
 */
export function e164(text: string, country: string): string {
  const result = normalisePhone(text, country);
  if (!result.ok) throw new Error('a phone number that was valid before is not now');
  return result.e164;
}

/** True for a number that can be a WhatsApp account in Indonesia: a mobile (`+628…`), or any foreign one. */
export function canBeWhatsapp(e164: string): boolean {
  return !e164.startsWith('+62') || /^\+628\d{7,11}$/.test(e164);
}

/** A phone number of content: written in any spelling, held as E.164. */
export const phone = z
  .string({ error: 'harus berupa teks dalam tanda kutip agar nol di depan tidak hilang' })
  .transform((text, context) => {
    const result = normalisePhone(text);
    if (result.ok) return result.e164;
    context.addIssue({ code: 'custom', message: 'nomor ini tidak dikenali' });
    return z.NEVER;
  });
