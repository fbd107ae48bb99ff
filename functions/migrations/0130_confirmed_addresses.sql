-- Mail addresses whose owner has opened a link of ours and pressed its button. Only adds.

CREATE TABLE confirmed_addresses (
  -- Trimmed, in lower case: as `mailAddress` gives it.
  address TEXT PRIMARY KEY,
  confirmed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX confirmed_addresses_by_time ON confirmed_addresses (confirmed_at);
