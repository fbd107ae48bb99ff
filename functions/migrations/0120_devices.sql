-- Browsers that somebody signed in on: a new one is told to its owner, a familiar one may ask for a mail whoever else
-- asks for that address, too. Only adds: the version before lives with it.
CREATE TABLE devices (
  email TEXT NOT NULL,
  -- SHA-256 of the secret in the browser's cookie.
  id TEXT NOT NULL,
  first_at TEXT NOT NULL,
  -- So long after the last sign-in it is forgotten.
  expires_at TEXT NOT NULL,
  PRIMARY KEY (email, id)
) WITHOUT ROWID;
CREATE INDEX devices_by_expiry ON devices (expires_at);

-- The operator who made the link; NULL for one that was asked for.
ALTER TABLE sign_ins ADD COLUMN made_by TEXT;
ALTER TABLE sessions ADD COLUMN made_by TEXT;
-- The device's id; NULL for a session of the version before.
ALTER TABLE sessions ADD COLUMN browser TEXT;
-- 1 when the device had not signed in as this address before.
ALTER TABLE sessions ADD COLUMN new_device INTEGER NOT NULL DEFAULT 0;
