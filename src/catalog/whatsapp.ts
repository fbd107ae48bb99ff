/**
 * A `wa.me` link that opens a chat with the text filled in. Numbers are written `08…`, `62…` or `+…`.
 * @returns `undefined` for what is no phone number
 */
export function whatsappLink(phone: string, text: string): string | undefined {
  const digits = phone
    .replace(/[^\d+]/g, '')
    .replace(/^0/, '62')
    .replace(/\D/g, '');
  return /^[1-9]\d{7,14}$/.test(digits) ? `https://wa.me/${digits}?text=${encodeURIComponent(text)}` : undefined;
}
