-- Corrections of the turnover, sales that wait for the operator's approval or were taken back, and a trail that tells
-- them. Only adds: the version before lives with it. The ledger's own CHECKs can't be altered, so corrections are a
-- table of their own; the view that every sum is made from shows both as one book.

CREATE TABLE corrections (
  number INTEGER PRIMARY KEY,
  -- Made with the form: sent twice, counted once.
  id TEXT NOT NULL UNIQUE,
  edition TEXT NOT NULL,
  -- NULL where it is of no one seller.
  seller TEXT,
  -- That of the entry which it corrects.
  channel TEXT NOT NULL CHECK (channel IN ('online', 'booth', 'elsewhere', 'history', 'correction')),
  destination TEXT,
  sku TEXT,
  -- Negative where goods were not sold after all.
  pieces INTEGER NOT NULL DEFAULT 0,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  reason TEXT NOT NULL CHECK (reason <> ''),
  -- The cause of the entry that it corrects.
  corrects TEXT,
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL CHECK (occurred_at <= recorded_at)
);
CREATE INDEX corrections_by_moment ON corrections (occurred_at);
CREATE INDEX corrections_late ON corrections (recorded_at, occurred_at) WHERE recorded_at > occurred_at;
-- The number under which the view shows it.
CREATE INDEX corrections_by_entry ON corrections (-number);
CREATE INDEX corrections_by_cause ON corrections (corrects, edition) WHERE corrects IS NOT NULL;

CREATE TRIGGER corrections_keep_entries BEFORE UPDATE ON corrections
BEGIN
  SELECT RAISE(ABORT, 'corrections: an entry is never changed');
END;
CREATE TRIGGER corrections_lose_nothing BEFORE DELETE ON corrections
BEGIN
  SELECT RAISE(ABORT, 'corrections: an entry is never deleted');
END;

-- What every entry has; a product only some tell.
CREATE TABLE turnover_dimensions (
  dimension TEXT PRIMARY KEY
) WITHOUT ROWID;
INSERT INTO turnover_dimensions (dimension) VALUES ('edition'), ('seller'), ('destination');

-- As in 0010, and the corrections under negative numbers. D1 takes five parts of a compound SELECT, no more.
DROP VIEW ledger_parts;
CREATE VIEW ledger_parts AS
SELECT id AS entry, dimension,
  CASE dimension WHEN 'edition' THEN edition WHEN 'seller' THEN COALESCE(seller, '') ELSE COALESCE(destination, '')
  END AS value,
  channel, amount, 0 AS pieces, occurred_at, recorded_at
FROM turnover_dimensions CROSS JOIN ledger
UNION ALL
SELECT ledger.id, 'product',
  substr(line.sku, 1, instr(line.sku, '/') + instr(substr(line.sku, instr(line.sku, '/') + 1) || '/', '/') - 1),
  ledger.channel, line.line_total, line.qty, ledger.occurred_at, ledger.recorded_at
FROM ledger JOIN order_lines AS line ON line.seller_order = ledger.cause AND line.edition = ledger.edition
WHERE ledger.kind = 'sale'
UNION ALL
SELECT id, 'product', substr(sku, 1, instr(sku, '/') + instr(substr(sku, instr(sku, '/') + 1) || '/', '/') - 1),
  channel, amount, COALESCE(pieces, 1), occurred_at, recorded_at
FROM ledger WHERE sku IS NOT NULL AND kind <> 'refund'
UNION ALL
SELECT -number, dimension,
  CASE dimension WHEN 'edition' THEN edition WHEN 'seller' THEN COALESCE(seller, '') ELSE COALESCE(destination, '')
  END,
  channel, amount, 0, occurred_at, recorded_at
FROM turnover_dimensions CROSS JOIN corrections
UNION ALL
SELECT -number, 'product', substr(sku, 1, instr(sku, '/') + instr(substr(sku, instr(sku, '/') + 1) || '/', '/') - 1),
  channel, amount, pieces, occurred_at, recorded_at
FROM corrections WHERE sku IS NOT NULL;

CREATE TRIGGER corrections_add_up AFTER INSERT ON corrections
BEGIN
  INSERT INTO turnover_sums (dimension, level, span, value, channel, amount, pieces, entries)
  SELECT dimension, level, substr(date(occurred_at, '+7 hours'), 1, length), value, channel, amount, pieces, 1
  FROM ledger_parts CROSS JOIN turnover_levels
  WHERE entry = -NEW.number
  ON CONFLICT (dimension, level, span, value, channel) DO UPDATE SET
    amount = amount + excluded.amount, pieces = pieces + excluded.pieces, entries = entries + excluded.entries;
END;

-- A sale of the version before counts at once.
ALTER TABLE booth_sales ADD COLUMN status TEXT NOT NULL DEFAULT 'counted'
  CHECK (status IN ('counted', 'waiting', 'refused', 'voided'));
-- Why it waited for the operator: a list as JSON.
ALTER TABLE booth_sales ADD COLUMN waits_for TEXT;
-- What it took from the stock, so that no more comes back.
ALTER TABLE booth_sales ADD COLUMN stock_taken INTEGER NOT NULL DEFAULT 0;
ALTER TABLE booth_sales ADD COLUMN decided_at TEXT;
-- The operator's words to the seller.
ALTER TABLE booth_sales ADD COLUMN decision TEXT;
CREATE INDEX booth_sales_waiting ON booth_sales (recorded_at) WHERE status = 'waiting';
CREATE INDEX booth_sales_by_inquiry ON booth_sales (inquiry) WHERE inquiry IS NOT NULL;

-- The trail tells who took money as come in, and what was paid back.
CREATE TRIGGER transitions_leave_a_trail AFTER INSERT ON transitions
WHEN NEW.to_status = 'paid' AND NEW.actor IN ('seller', 'gateway')
BEGIN
  INSERT INTO audit (at, actor, action, subject)
  SELECT NEW.at, IIF(NEW.actor = 'seller', 'seller:' || seller, NEW.actor), 'order_paid', NEW.seller_order
  FROM seller_orders WHERE code = NEW.seller_order;
END;
CREATE TRIGGER refunds_leave_a_trail AFTER INSERT ON refunds
BEGIN
  INSERT INTO audit (at, actor, action, subject, detail)
  SELECT NEW.made_at, 'seller:' || seller, 'refund', NEW.seller_order, NEW.amount
  FROM seller_orders WHERE code = NEW.seller_order;
END;
