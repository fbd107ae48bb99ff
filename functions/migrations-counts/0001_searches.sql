-- What people look for, by day (WIB) and query: nothing of who asked. Rare queries are dropped when their
-- days are over, see adapters/d1-search-counts.ts.
CREATE TABLE searches (
  day TEXT NOT NULL,
  query TEXT NOT NULL,
  searches INTEGER NOT NULL,
  found_none INTEGER NOT NULL,
  PRIMARY KEY (day, query)
) WITHOUT ROWID;
