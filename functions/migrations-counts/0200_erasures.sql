-- What was erased, by its code alone, apart from MALL_DB: a restore brings erased data back, and this takes it out again.
CREATE TABLE erasures (
  -- order or inquiry
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, code)
) WITHOUT ROWID;
CREATE INDEX erasures_by_time ON erasures (kind, at);
-- Each backup that was written, so that a missing one is told.
CREATE TABLE backups (
  at TEXT PRIMARY KEY
) WITHOUT ROWID;
