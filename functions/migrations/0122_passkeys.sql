-- Passkeys of both desks, and what replaces one that was lost. Only adds: the version before lives with it.
CREATE TABLE passkeys (
  -- The credential's id, base64url.
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  -- COSE key, base64url.
  public_key TEXT NOT NULL,
  -- Uses as the authenticator counts them; 0 where it doesn't.
  counter INTEGER NOT NULL,
  -- How it is reached, as the browser told: a JSON list.
  transports TEXT NOT NULL,
  -- What the browser that made it calls itself.
  device TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  last_used_at TEXT
) WITHOUT ROWID;
CREATE INDEX passkeys_by_email ON passkeys (email, created_at);

-- One-time codes that an operator printed, each a signature of the code.
CREATE TABLE recovery_codes (
  email TEXT NOT NULL,
  signature TEXT NOT NULL,
  made_at TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (email, signature)
) WITHOUT ROWID;

-- When a passkey or a recovery code was shown in this session; NULL: by mail alone.
ALTER TABLE sessions ADD COLUMN second_factor_at TEXT;
