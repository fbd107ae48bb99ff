import { formatRupiah } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment/payment.ts';
import { fieldErrors, missingFields } from './http/field-errors.ts';
import type { Locale } from './locale.ts';
import { paymentMethods } from './payment/payment-methods.ts';
import { problems } from './problems.ts';
import { told } from './told.ts';

/** What a rule found: a key of `field-errors.ts` and the figures of the case. */
export interface Explainable {
  code: string;
  /** Where it is: a JSON pointer into the request. */
  pointer?: string;
  /** The price now, and the one that was seen, in rupiah. */
  price?: number;
  was?: number;
  /** Pieces that are left. */
  left?: number;
  min_qty?: number;
  /** Ways of paying that are offered instead of the wanted one. */
  methods?: PaymentMethod[];
  /** Pieces that may be taken as it is. */
  most?: number;
  /** Most that one QRIS payment may be, in rupiah. */
  limit?: number;
}

/** Names of a form's fields where they are not the last part of the pointer. */
const FIELD_OF: Record<string, string> = {
  '/ship_to/name': 'recipient_name',
  '/ship_to/phone': 'recipient_phone',
};

/** The form's field that a JSON pointer of a request leads to. */
export function fieldOf(pointer: string): string {
  return FIELD_OF[pointer] ?? pointer.replace(/^\/(buyer\/|ship_to\/)?/, '');
}

/** Gives for a form's field what is wrong with it, if anything is. */
export function errorFinder(
  errors: (Explainable & { pointer: string })[],
  locale: Locale,
): (field: string) => string | undefined {
  return (field) => {
    const error = errors.find(({ pointer }) => fieldOf(pointer) === field);
    return error && explainError(error, locale);
  };
}

/** What is wrong in one place and what to do, as a sentence with its figures. */
export function explainError(
  { code, pointer = '', price, was, left, min_qty, most, methods, limit }: Explainable,
  locale: Locale,
): string {
  const sentences = fieldErrors[locale];
  if (code === 'required') return missingField(pointer, locale) ?? sentences.required!;
  const sentence = told(sentences, code) ?? told(problems[locale].titles, code) ?? sentences.invalid!;
  const figures = {
    id: {
      price: (amount: string, before?: string) =>
        before ? `${sentence} Tadinya ${before}, sekarang ${amount}.` : `${sentence} Sekarang ${amount}.`,
      left: (pieces: number) => (pieces > 0 ? `${sentence} Sisa ${pieces}.` : 'Stoknya habis.'),
      most: (pieces: number) => `${sentence} Tanpa itu paling banyak ${pieces}.`,
      minimum: (pieces: number) => `Pembelian paling sedikit ${pieces}.`,
      qrisLimit: (amount: string) => `Sekali bayar dengan QRIS paling banyak ${amount}.`,
      instead: (names: string) => `Yang bisa dipakai: ${names}.`,
    },
    en: {
      price: (amount: string, before?: string) =>
        before ? `${sentence} It was ${before} and is now ${amount}.` : `${sentence} It is now ${amount}.`,
      left: (pieces: number) => (pieces > 0 ? `${sentence} ${pieces} left.` : 'It is sold out.'),
      most: (pieces: number) => `${sentence} Without that, at most ${pieces}.`,
      minimum: (pieces: number) => `The minimum quantity is ${pieces}.`,
      qrisLimit: (amount: string) => `A QRIS payment may be at most ${amount}.`,
      instead: (names: string) => `You can use: ${names}.`,
    },
  }[locale];
  if (code === 'price_changed' && price !== undefined)
    return figures.price(formatRupiah(price), was === undefined ? undefined : formatRupiah(was));
  if (code === 'out_of_stock' && left !== undefined) return figures.left(left);
  if (code === 'needs_confirmation' && most !== undefined) return figures.most(most);
  if (code === 'min_qty' && min_qty !== undefined) return figures.minimum(min_qty);
  if (code === 'payment_unavailable' && methods) {
    const names = methods.map((method) => paymentMethods[locale][method]).join(', ');
    const why =
      limit === undefined
        ? sentence.split('. ')[0]!.replace(/\.?$/, '.')
        : figures.qrisLimit(formatRupiah(limit));
    return `${why} ${figures.instead(names)}`;
  }
  return sentence;
}

/** What is to be filled in at a pointer, by name: three times "this is required" would help nobody. */
function missingField(pointer: string, locale: Locale): string | undefined {
  const names = missingFields[locale];
  return names[pointer] ?? names[pointer.slice(pointer.lastIndexOf('/'))];
}
