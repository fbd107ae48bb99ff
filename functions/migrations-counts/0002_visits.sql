-- Views and visitors by day (WIB): nothing of who visited. What tells visitors apart lives one day only.

CREATE TABLE visit_sums (
  -- all, edition, region or product
  kind TEXT NOT NULL,
  -- minute (of `all` only), day or month
  level TEXT NOT NULL,
  -- `2026-11-24T12:05`, `2026-11-24`, `2026-11`
  span TEXT NOT NULL,
  -- The edition, region or product; empty for `all`.
  value TEXT NOT NULL,
  views INTEGER NOT NULL,
  -- Different visitors of a day; those of a month are the sum over its days.
  visitors INTEGER NOT NULL,
  PRIMARY KEY (kind, level, span, value)
) WITHOUT ROWID;

-- The key of a day, thrown away when the day is over: then nothing leads from a hash to a visitor any more.
CREATE TABLE visit_keys (
  day TEXT PRIMARY KEY,
  key TEXT NOT NULL
) WITHOUT ROWID;

-- Keyed hashes of who was seen today, anywhere (`all`) or at one value of a kind.
CREATE TABLE visits_seen (
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (day, kind, value, hash)
) WITHOUT ROWID;
