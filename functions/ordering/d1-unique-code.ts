/** What a unique code is chosen for: SQL expressions over the row that is written. */
interface CodeSearch {
  /** The seller who is paid. */
  seller: string;
  /** What is due before the code is taken off, in rupiah. */
  due: string;
  /** The least code, the code to begin with (counted from the least), and how many there are. */
  from: string;
  start: string;
  span: string;
}

/**
 * An SQL expression for the first code of a range, beginning at `start` and going round, whose amount no other
 * order of the seller asks for; NULL where none is left. Run in the batch that writes the amount, two orders can't
 * choose the same one. The search goes on only past amounts that are asked for already, so that an order of a
 * common price costs what its open neighbours make it cost, not the whole range.
 */
export function firstFreeCode({ seller, due, from, start, span }: CodeSearch): string {
  const code = (n: string) => `(${from}) + ((${start}) + ${n}) % (${span})`;
  const taken = (n: string) => `EXISTS (
    SELECT 1 FROM seller_orders other WHERE other.seller = ${seller} AND other.amount_held = (${due}) - (${code(n)}))`;
  return `(
  WITH RECURSIVE tried(n, taken) AS (
    SELECT 0, ${taken('0')}
    UNION ALL
    SELECT n + 1, ${taken('n + 1')} FROM tried WHERE taken AND n + 1 < (${span}))
  SELECT ${code('n')} FROM tried WHERE NOT taken)`;
}
