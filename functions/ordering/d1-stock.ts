/**
 * The stock's rows. Goods that got another name keep their pieces where they lie: the row of the new SKU points to
 * the one that holds them, always in one step, so that orders of either name take from and give back to the same.
 */

/** An SQL expression: the SKU whose row holds the pieces of a SKU that has a row; NULL where it has none. */
export const rowOf = (sku: string) => `(SELECT COALESCE(held_in, sku) FROM stock WHERE sku = ${sku})`;

/**
 * The same for the first of the former SKUs that has one, the one that moved last.
 * @param former an SQL expression for a JSON list, or NULL
 */
const rowOfFormer = (former: string) => `(
  SELECT COALESCE(held_in, sku) FROM stock WHERE sku IN (SELECT value FROM json_each(${former}))
  ORDER BY updated_at DESC, sku LIMIT 1)`;

/** The row that holds a SKU's pieces, whether or not it was opened under its present name; NULL where none does. */
export const rowHolding = (sku: string, former: string) => `COALESCE(${rowOf(sku)}, ${rowOfFormer(former)})`;

/** ?1: a JSON list of `sku`, `on_hand` (what it begins with) and `former`; ?2: the moment. */
export const OPEN_STOCK = `
INSERT INTO stock (sku, on_hand, updated_at, held_in)
SELECT sku, IIF(held_in IS NULL, on_hand, 0), ?2, held_in FROM (
  SELECT value ->> 'sku' AS sku, value ->> 'on_hand' AS on_hand, ${rowOfFormer("opened.value -> 'former'")} AS held_in
  FROM json_each(?1) AS opened) WHERE true
ON CONFLICT (sku) DO NOTHING`;

/** ?1: a JSON list of `sku` and `qty`; ?2: the moment. A stock below 0 is refused by its CHECK. */
export const TAKE_STOCK = `
UPDATE stock SET on_hand = on_hand - taken.qty, updated_at = ?2
FROM (
  SELECT ${rowOf("value ->> 'sku'")} AS sku, SUM(value ->> 'qty') AS qty FROM json_each(?1) GROUP BY 1) AS taken
WHERE stock.sku = taken.sku`;

/** Gives back what the lines of the order ?1 took, ?2 = 1, or takes it again, -1. */
export const MOVE_STOCK = `
UPDATE stock SET on_hand = on_hand + ?2 * moved.qty, updated_at = ?3
FROM (
  SELECT ${rowOf('order_lines.sku')} AS sku, SUM(qty) AS qty FROM order_lines
  WHERE seller_order = ?1 AND takes_stock = 1 GROUP BY 1) AS moved
WHERE stock.sku = moved.sku`;

/** ?1: a JSON list of `sku` and `former`. */
export const READ_STOCK = `
SELECT wanted.value ->> 'sku' AS sku, held.on_hand
FROM json_each(?1) AS wanted
CROSS JOIN stock AS held ON held.sku = ${rowHolding("wanted.value ->> 'sku'", "wanted.value -> 'former'")}`;
