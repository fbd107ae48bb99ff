import type { Locale } from '../locale.ts';

interface FormerProductWords {
  title: string;
  text: string;
  toSeller: (name: string) => string;
  others: (name: string) => string;
  newest: string;
}

/** What stands where a product once was. */
export const formerProduct: Record<Locale, FormerProductWords> = {
  id: {
    title: 'Produk ini sudah tidak ada',
    text: 'Mungkin sudah habis dan tidak dibuat lagi, atau alamatnya keliru.',
    toSeller: (name) => `Buka toko ${name}`,
    others: (name) => `Yang lain dari ${name}`,
    newest: 'Yang terbaru di mal',
  },
  en: {
    title: 'This product is no longer here',
    text: 'It may be sold out and no longer made, or the address is mistaken.',
    toSeller: (name) => `Visit ${name}`,
    others: (name) => `More from ${name}`,
    newest: 'New in the mall',
  },
};
