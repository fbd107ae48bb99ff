-- Where a seller's money goes and who the seller is, as the operator approved it; what content says otherwise waits.
-- Only adds: the version before does not look here. Moments are UTC, ISO 8601 with milliseconds.

CREATE TABLE approved_sets (
  seller TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  whatsapp TEXT NOT NULL,
  -- The ways of paying: JSON.
  payments TEXT NOT NULL,
  approved_at TEXT NOT NULL,
  -- An operator's address; empty for what stood in content when the mall was first deployed.
  approved_by TEXT NOT NULL
) WITHOUT ROWID;
-- Signing in asks whose an address is.
CREATE INDEX approved_sets_by_email ON approved_sets (lower(email));

CREATE TABLE set_changes (
  id INTEGER PRIMARY KEY,
  seller TEXT NOT NULL,
  seller_name TEXT NOT NULL,
  -- The approved set when the change was noticed, as JSON with sorted keys; NULL for a new shop.
  approved TEXT,
  -- What was deployed, in the same form.
  deployed TEXT NOT NULL,
  -- What differs, comma-separated: email, whatsapp, qris, bank, cod, abroad, gateway.
  fields TEXT NOT NULL,
  noticed_at TEXT NOT NULL,
  -- When the letters about it were queued.
  told_at TEXT,
  -- Where there are two operators, the first of the two yeses.
  first_yes_by TEXT,
  decision TEXT CHECK (decision IN ('approved', 'refused', 'withdrawn')),
  decided_at TEXT,
  decided_by TEXT
);
CREATE INDEX set_changes_open ON set_changes (seller) WHERE decision IS NULL OR decision = 'refused';
CREATE INDEX set_changes_untold ON set_changes (id) WHERE told_at IS NULL;
