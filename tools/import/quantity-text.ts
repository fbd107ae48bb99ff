/** Grams in a text such as `350`, `350 gr`, `0,5 kg`; `undefined` for what is no weight of a parcel. */
export function parseGrams(text: string): number | undefined {
  const [, number = '', unit = ''] = /^([\d.,]+)\s*(g|gr|gram|kg|kilo)?\.?$/i.exec(text.trim()) ?? [];
  if (!number) return undefined;
  const isKilo = /^k/i.test(unit);
  // A point before three digits separates thousands, unless it is kilograms: 1.250 g, but 1.250 kg.
  const plain = isKilo ? number.replace(',', '.') : number.replace(/[.,](?=\d{3}$)/, '').replace(',', '.');
  const grams = Math.round(Number(plain) * (isKilo ? 1000 : 1));
  return grams >= 1 && grams <= 100_000 ? grams : undefined;
}

/** Pieces in a text such as `12`, `12 pcs`, `1.200` or `habis`; `undefined` for what is no number of pieces. */
export function parsePieces(text: string): number | undefined {
  if (/^(?:habis|kosong|sold ?out)$/i.test(text.trim())) return 0;
  const [, number = ''] =
    /^(\d{1,3}(?:\.\d{3})+|\d+)\s*(?:pcs|buah|potong|lembar|set)?$/i.exec(text.trim()) ?? [];
  if (!number) return undefined;
  const pieces = Number(number.replaceAll('.', ''));
  return pieces <= 100_000 ? pieces : undefined;
}
