-- The people behind the counter: signing in, the seller's desk, inquiries and quotes. Only adds: the version before
-- lives with it. Moments are UTC, ISO 8601 with milliseconds; amounts are whole rupiah.

-- Somebody asked to sign in. The link and the code are signatures of the id, so neither is kept here.
CREATE TABLE sign_ins (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  -- 0 when nobody has this address: the row is there so that both cases look alike.
  known INTEGER NOT NULL CHECK (known IN (0, 1)),
  -- SHA-256 of the secret that the asking browser keeps; NULL for a link that the operator made.
  browser TEXT,
  -- Where the person wanted to go.
  next TEXT NOT NULL DEFAULT '',
  asked_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  used_at TEXT
) WITHOUT ROWID;
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

CREATE TABLE sessions (
  -- SHA-256 of the token in the cookie.
  id TEXT PRIMARY KEY,
  -- A sign-in makes one session: the second one is refused here.
  sign_in TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  -- What the browser calls itself, to be recognised in the list.
  device TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) WITHOUT ROWID;
CREATE INDEX sessions_by_email ON sessions (email, expires_at);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Mails that belong to no order; otherwise as the outbox.
CREATE TABLE letters (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  to_address TEXT NOT NULL,
  -- What the mail is composed from: JSON.
  detail TEXT NOT NULL,
  created_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT NOT NULL,
  lease_until TEXT,
  sent_at TEXT,
  last_error TEXT
);
CREATE INDEX letters_waiting ON letters (next_attempt_at) WHERE sent_at IS NULL;

-- Who did what at a desk; never changed.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_by_subject ON audit (subject, id);
CREATE TRIGGER audit_keeps_entries BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit: an entry is never changed');
END;
CREATE TRIGGER audit_loses_nothing BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit: an entry is never deleted');
END;

-- What can't be ordered just now although the catalogue has it.
CREATE TABLE pauses (
  -- `seller:<seller>`, `product:<seller>/<product>` or `sku:<sku>`
  scope TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'sold_out', 'suspended')),
  seller TEXT NOT NULL,
  -- NULL: until it is lifted.
  until TEXT,
  note TEXT NOT NULL DEFAULT '',
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL,
  PRIMARY KEY (scope, kind)
) WITHOUT ROWID;
CREATE INDEX pauses_by_seller ON pauses (seller);

-- Who changed a SKU's stock at the desk, and to what.
CREATE TABLE stock_changes (
  id INTEGER PRIMARY KEY,
  sku TEXT NOT NULL,
  seller TEXT NOT NULL,
  -- `set`, `add` or `booth`
  cause TEXT NOT NULL,
  on_hand INTEGER NOT NULL,
  -- Minted with the form, so that pressing twice adds once.
  request TEXT UNIQUE,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL
);
CREATE INDEX stock_changes_by_seller ON stock_changes (seller, id);
CREATE INDEX stock_changes_by_sku ON stock_changes (sku, id);

-- Sales that the mall did not see. The id comes from the device, so that a sale that is sent twice counts once.
CREATE TABLE booth_sales (
  seller TEXT NOT NULL,
  id TEXT NOT NULL,
  sku TEXT NOT NULL,
  title TEXT NOT NULL,
  variant TEXT,
  edition TEXT NOT NULL,
  qty INTEGER NOT NULL CHECK (qty > 0),
  amount INTEGER NOT NULL CHECK (amount > 0),
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  destination TEXT,
  inquiry TEXT,
  recorded_by TEXT NOT NULL,
  PRIMARY KEY (seller, id)
) WITHOUT ROWID;
CREATE INDEX booth_sales_by_time ON booth_sales (seller, occurred_at);

CREATE INDEX IF NOT EXISTS ledger_by_seller ON ledger (seller, occurred_at);
CREATE INDEX IF NOT EXISTS seller_orders_by_seller_time ON seller_orders (seller, status_at);

CREATE TABLE inquiries (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  -- The two links: 192 random bits each.
  buyer_token TEXT NOT NULL UNIQUE,
  seller_token TEXT NOT NULL UNIQUE,
  seller TEXT NOT NULL,
  seller_name TEXT NOT NULL,
  -- What it is about; NULL for a question to the shop.
  sku TEXT,
  title TEXT,
  quantity INTEGER CHECK (quantity > 0),
  wanted_by TEXT,
  buyer_name TEXT NOT NULL,
  buyer_email TEXT,
  buyer_phone TEXT,
  locale TEXT NOT NULL CHECK (locale IN ('id', 'en')),
  status TEXT NOT NULL CHECK (status IN ('open', 'answered', 'quoted', 'ordered', 'closed', 'spam')),
  created_at TEXT NOT NULL,
  status_at TEXT NOT NULL,
  -- When the seller first said something: how long sellers take is measured by it.
  first_answer_at TEXT,
  -- Mails to the buyer so far, and when the buyer opened a link out of one: until then there is one mail only.
  buyer_mails INTEGER NOT NULL DEFAULT 0,
  email_confirmed_at TEXT,
  consent_text TEXT NOT NULL,
  consent_at TEXT NOT NULL
);
CREATE INDEX inquiries_by_seller ON inquiries (seller, status, created_at);
CREATE INDEX inquiries_by_time ON inquiries (created_at);

CREATE TABLE inquiry_messages (
  id INTEGER PRIMARY KEY,
  inquiry_id INTEGER NOT NULL REFERENCES inquiries (id),
  author TEXT NOT NULL CHECK (author IN ('buyer', 'seller')),
  text TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX inquiry_messages_by_inquiry ON inquiry_messages (inquiry_id, id);

-- Offers; a later one takes the place of those before.
CREATE TABLE quotes (
  id INTEGER PRIMARY KEY,
  inquiry_id INTEGER NOT NULL REFERENCES inquiries (id),
  -- Lines with SKU, title, quantity, price a piece, edition, weight: JSON.
  lines TEXT NOT NULL,
  subtotal INTEGER NOT NULL CHECK (subtotal >= 0),
  shipping INTEGER NOT NULL CHECK (shipping >= 0),
  note TEXT NOT NULL DEFAULT '',
  valid_until TEXT NOT NULL,
  made_at TEXT NOT NULL
);
CREATE INDEX quotes_by_inquiry ON quotes (inquiry_id, id);

-- A quote becomes one order: the second one is refused here.
CREATE TABLE quote_orders (
  quote_id INTEGER NOT NULL PRIMARY KEY REFERENCES quotes (id),
  order_id INTEGER NOT NULL REFERENCES orders (id),
  accepted_at TEXT NOT NULL
);
