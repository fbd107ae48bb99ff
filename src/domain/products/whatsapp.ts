import type { Locale } from '../locale.ts';
/** A link that opens a chat with `phone` (any spelling with the country code) and a text in it. */
export function whatsappLink(phone: string, text: string): string {
  return `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`;
}

/** A link that lets the reader choose whom to send the text to, such as themselves. */
export function whatsappShare(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}

/**
 * A link that opens a chat with a seller. Sellers write their number with `08…`, `62…` or `+…`.
 * @returns `undefined` for what is no phone number
 */
export function sellerChat(phone: string, text: string): string | undefined {
  const digits = phone
    .replace(/[^\d+]/g, '')
    .replace(/^0/, '62')
    .replace(/\D/g, '');
  return /^[1-9]\d{7,14}$/.test(digits) ? whatsappLink(digits, text) : undefined;
}

/**
 * Where a page that is built ahead leads to for a chat: the Worker knows which number is approved at that moment.
 * @param product what the question is about, the second part of `<seller>/<product>`
 */
export function askPath(seller: string, product?: string, locale: Locale = 'id'): string {
  const query = new URLSearchParams({
    ...(product && { p: product }),
    ...(locale !== 'id' && { l: locale }),
  });
  return `/wa/${seller}${query.size ? `?${query}` : ''}`;
}
