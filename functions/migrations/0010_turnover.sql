-- Turnover as of any moment without reading the ledger: sums by day, month and year (WIB), kept by the database
-- itself with every entry. Only adds: the version before lives with it.

-- What was sold, where an entry is of one product and has no order: a sale at the booth or elsewhere.
ALTER TABLE ledger ADD COLUMN sku TEXT;
ALTER TABLE ledger ADD COLUMN pieces INTEGER;

-- The entries of a part of a day, and those that were told later than they happened.
CREATE INDEX ledger_by_moment ON ledger (occurred_at);
CREATE INDEX ledger_late ON ledger (recorded_at, occurred_at) WHERE recorded_at > occurred_at;
-- A history is entered once for each edition and moment, whatever happens to the words of its source.
CREATE UNIQUE INDEX ledger_opening_once ON ledger (edition, occurred_at) WHERE kind = 'opening_balance';

-- Every entry as the dimensions see it. `product` counts goods sold, before refunds, as far as an entry tells
-- them: the order's lines, or the entry's own SKU; the others sum to the turnover, each by itself.
CREATE VIEW ledger_parts AS
SELECT id AS entry, 'edition' AS dimension, edition AS value, channel, amount, 0 AS pieces, occurred_at, recorded_at
FROM ledger
UNION ALL
SELECT id, 'seller', COALESCE(seller, ''), channel, amount, 0, occurred_at, recorded_at FROM ledger
UNION ALL
SELECT id, 'destination', COALESCE(destination, ''), channel, amount, 0, occurred_at, recorded_at FROM ledger
UNION ALL
SELECT ledger.id, 'product',
  -- `<seller>/<product>` of `<seller>/<product>/<variant>`.
  substr(line.sku, 1, instr(line.sku, '/') + instr(substr(line.sku, instr(line.sku, '/') + 1) || '/', '/') - 1),
  ledger.channel, line.line_total, line.qty, ledger.occurred_at, ledger.recorded_at
FROM ledger JOIN order_lines AS line ON line.seller_order = ledger.cause AND line.edition = ledger.edition
WHERE ledger.kind = 'sale'
UNION ALL
SELECT id, 'product', substr(sku, 1, instr(sku, '/') + instr(substr(sku, instr(sku, '/') + 1) || '/', '/') - 1),
  channel, amount, COALESCE(pieces, 1), occurred_at, recorded_at
FROM ledger WHERE sku IS NOT NULL AND kind <> 'refund';

-- The length of a span's name at each level: `2026`, `2026-11`, `2026-11-24`.
CREATE TABLE turnover_levels (
  level TEXT PRIMARY KEY,
  length INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO turnover_levels (level, length) VALUES ('year', 4), ('month', 7), ('day', 10);

-- Nothing here that does not follow from the entries: `d1-turnover.ts` rebuilds it. Amounts in rupiah.
CREATE TABLE turnover_sums (
  dimension TEXT NOT NULL,
  level TEXT NOT NULL,
  span TEXT NOT NULL,
  -- An edition, seller, destination or product; empty where nobody knows.
  value TEXT NOT NULL,
  channel TEXT NOT NULL,
  amount INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  PRIMARY KEY (dimension, level, span, value, channel)
) WITHOUT ROWID;

INSERT INTO turnover_sums (dimension, level, span, value, channel, amount, pieces, entries)
SELECT dimension, level, substr(date(occurred_at, '+7 hours'), 1, length), value, channel,
  SUM(amount), SUM(pieces), COUNT(*)
FROM ledger_parts CROSS JOIN turnover_levels
GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER ledger_adds_up AFTER INSERT ON ledger
BEGIN
  INSERT INTO turnover_sums (dimension, level, span, value, channel, amount, pieces, entries)
  SELECT dimension, level, substr(date(occurred_at, '+7 hours'), 1, length), value, channel, amount, pieces, 1
  FROM ledger_parts CROSS JOIN turnover_levels
  WHERE entry = NEW.id
  ON CONFLICT (dimension, level, span, value, channel) DO UPDATE SET
    amount = amount + excluded.amount, pieces = pieces + excluded.pieces, entries = entries + excluded.entries;
END;

-- How many sellers and products the mall has had since when: one row for each catalogue that changed it.
CREATE TABLE mall_sizes (
  at TEXT PRIMARY KEY,
  sellers INTEGER NOT NULL,
  products INTEGER NOT NULL
) WITHOUT ROWID;

-- Paid claims that wait for a seller.
CREATE INDEX seller_orders_by_claim ON seller_orders (claimed_at)
WHERE status IN ('awaiting_payment', 'expired', 'cancelled');
