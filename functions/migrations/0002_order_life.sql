-- The life of an order after it was placed, and the ledger. Only adds: the version before lives with it.

-- Counts every change to a seller order. A change names the count that it was decided on; if it is another by
-- now, the new one would be NULL and the whole batch is refused, so of two people pressing at once one wins.
ALTER TABLE seller_orders ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
-- The next moment at which the clock has something to do here, besides the expiry that `expires_at` tells.
ALTER TABLE seller_orders ADD COLUMN clock_at TEXT;
-- When the buyer said "I have paid".
ALTER TABLE seller_orders ADD COLUMN claimed_at TEXT;
ALTER TABLE seller_orders ADD COLUMN ship_by TEXT;
ALTER TABLE seller_orders ADD COLUMN courier TEXT;
ALTER TABLE seller_orders ADD COLUMN tracking TEXT;
ALTER TABLE seller_orders ADD COLUMN completes_at TEXT;
ALTER TABLE seller_orders ADD COLUMN cancel_requested_at TEXT;
-- When another order of this seller may ask for the same amount again.
ALTER TABLE seller_orders ADD COLUMN amount_release_at TEXT;
CREATE INDEX seller_orders_by_clock ON seller_orders (clock_at) WHERE clock_at IS NOT NULL;
CREATE INDEX seller_orders_by_release ON seller_orders (amount_release_at) WHERE amount_release_at IS NOT NULL;

-- What a mail tells of its cause, as it was then: JSON.
ALTER TABLE outbox ADD COLUMN detail TEXT;

CREATE TABLE complaints (
  id INTEGER PRIMARY KEY,
  seller_order TEXT NOT NULL REFERENCES seller_orders (code),
  reason TEXT NOT NULL,
  text TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  -- The seller's latest answer.
  answer TEXT,
  answered_at TEXT,
  closed_at TEXT,
  closed_by TEXT
);
CREATE UNIQUE INDEX complaints_open ON complaints (seller_order) WHERE closed_at IS NULL;
CREATE INDEX complaints_by_seller_order ON complaints (seller_order, id);

-- Money that went back to the buyer, whole or in part.
CREATE TABLE refunds (
  id INTEGER PRIMARY KEY,
  seller_order TEXT NOT NULL REFERENCES seller_orders (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL DEFAULT '',
  -- The seller's proof: the transfer's reference.
  reference TEXT NOT NULL DEFAULT '',
  made_at TEXT NOT NULL,
  -- The buyer's word that it came.
  received_at TEXT
);
CREATE INDEX refunds_by_seller_order ON refunds (seller_order, id);

-- Where the buyer wants a refund to go.
CREATE TABLE refund_accounts (
  seller_order TEXT PRIMARY KEY REFERENCES seller_orders (code),
  bank TEXT NOT NULL,
  number TEXT NOT NULL,
  holder TEXT NOT NULL,
  given_at TEXT NOT NULL
) WITHOUT ROWID;

-- Every sale and refund, never changed: a correction is a new entry. Amounts are goods after discounts, without
-- shipping and unique code, in rupiah.
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'offline_sale', 'reported_sale', 'opening_balance')),
  -- NULL in an opening balance, which is of all sellers together.
  seller TEXT CHECK (seller IS NOT NULL OR kind = 'opening_balance'),
  edition TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('online', 'booth', 'elsewhere', 'history')),
  -- Kemendagri code of the regency in Indonesia, else the country; NULL where nobody knows.
  destination TEXT,
  amount INTEGER NOT NULL CHECK (amount <> 0 AND (kind = 'refund') = (amount < 0)),
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL CHECK (occurred_at <= recorded_at),
  -- What made it: a seller order's code, the id that a device gave a booth sale, the source of a history.
  cause TEXT NOT NULL,
  inquiry TEXT
);
CREATE UNIQUE INDEX ledger_once ON ledger (cause, edition, kind) WHERE kind <> 'refund';
CREATE INDEX ledger_by_cause ON ledger (cause, edition);
CREATE INDEX ledger_by_edition ON ledger (edition, occurred_at);

CREATE TRIGGER ledger_keeps_entries BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'ledger: an entry is never changed');
END;
CREATE TRIGGER ledger_loses_nothing BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'ledger: an entry is never deleted');
END;
CREATE TRIGGER ledger_refunds_sales BEFORE INSERT ON ledger WHEN NEW.kind = 'refund'
BEGIN
  SELECT RAISE(ABORT, 'ledger: a refund is more than its sale')
  WHERE NEW.amount + COALESCE((
    SELECT SUM(amount) FROM ledger WHERE cause = NEW.cause AND edition = NEW.edition), 0) < 0;
END;

-- Keys that this database keeps for itself, each made at its first use.
CREATE TABLE keys (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Attempts by a hashed key in a window of time, so that nobody guesses an order's code and phone.
CREATE TABLE attempts (
  key TEXT PRIMARY KEY,
  until TEXT NOT NULL,
  count INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX attempts_by_until ON attempts (until);
