/** From how many pieces on a product no longer says how many are left. */
export const MANY = 6;

interface StockWords {
  left: (count: number | string) => string;
  soldOut: string;
}

/** What is worth saying beside a choice: that it is sold out or nearly so; nothing otherwise. */
export function stockNote(stock: number | undefined, words: StockWords): string {
  if (stock === undefined || stock >= MANY) return '';
  return stock === 0 ? words.soldOut : words.left(stock);
}
