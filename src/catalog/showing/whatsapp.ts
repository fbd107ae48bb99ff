import { whatsappLink } from '../../domain/products/whatsapp.ts';

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
