-- Orders, stock and the outbox. Moments are UTC, ISO 8601 with milliseconds; amounts are whole rupiah.

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  -- The buyer's only key to the order: 128 random bits or more, in the order's URL.
  token TEXT NOT NULL UNIQUE,
  idempotency_key TEXT NOT NULL UNIQUE,
  -- SHA-256 of the request's canonical JSON: tells a replay from a key that is used twice.
  body_hash TEXT NOT NULL,
  locale TEXT NOT NULL CHECK (locale IN ('id', 'en')),
  created_at TEXT NOT NULL,
  catalog_version TEXT NOT NULL,
  buyer_name TEXT NOT NULL,
  buyer_phone TEXT NOT NULL,
  buyer_email TEXT,
  recipient_name TEXT,
  recipient_phone TEXT,
  ship_country TEXT NOT NULL,
  ship_region TEXT,
  ship_district TEXT,
  ship_village TEXT,
  ship_city TEXT,
  ship_address TEXT NOT NULL,
  ship_postal_code TEXT,
  note TEXT NOT NULL DEFAULT '',
  consent_text TEXT NOT NULL,
  consent_at TEXT NOT NULL
);
CREATE INDEX orders_by_phone ON orders (buyer_phone, created_at);

CREATE TABLE seller_orders (
  code TEXT PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  position INTEGER NOT NULL,
  seller TEXT NOT NULL,
  seller_name TEXT NOT NULL,
  status TEXT NOT NULL,
  status_at TEXT NOT NULL,
  -- The state it was placed in: a replayed request is answered as the first one was.
  placed_status TEXT NOT NULL,
  placed_expires_at TEXT,
  expires_at TEXT,
  subtotal INTEGER NOT NULL CHECK (subtotal >= 0),
  -- NULL while the seller has yet to quote the fee.
  shipping INTEGER CHECK (shipping >= 0),
  shipping_service TEXT,
  shipping_name TEXT,
  shipping_days TEXT,
  weight_grams INTEGER NOT NULL,
  unique_code INTEGER NOT NULL CHECK (unique_code BETWEEN 0 AND 499),
  total INTEGER NOT NULL CHECK (total >= 0),
  payment_method TEXT NOT NULL,
  -- What the buyer pays to, as it stood when the order was placed: JSON.
  payment_details TEXT NOT NULL,
  -- The amount while no other order of this seller may ask for the same one.
  amount_held INTEGER,
  note TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX seller_orders_by_order ON seller_orders (order_id, position);
CREATE INDEX seller_orders_by_seller ON seller_orders (seller, status, status_at);
CREATE INDEX seller_orders_by_deadline ON seller_orders (expires_at) WHERE expires_at IS NOT NULL;
CREATE UNIQUE INDEX seller_orders_amount_held ON seller_orders (seller, amount_held) WHERE amount_held IS NOT NULL;

CREATE TABLE order_lines (
  seller_order TEXT NOT NULL REFERENCES seller_orders (code),
  position INTEGER NOT NULL,
  sku TEXT NOT NULL,
  title TEXT NOT NULL,
  variant TEXT,
  qty INTEGER NOT NULL CHECK (qty > 0),
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  line_total INTEGER NOT NULL CHECK (line_total = qty * unit_price),
  weight_grams INTEGER NOT NULL,
  edition TEXT NOT NULL,
  -- 1 when the line took pieces from the stock, 0 when it is made to order.
  takes_stock INTEGER NOT NULL CHECK (takes_stock IN (0, 1)),
  PRIMARY KEY (seller_order, position)
) WITHOUT ROWID;

-- Rows come from the catalogue's initial stock with a SKU's first order; from then on this is the truth.
CREATE TABLE stock (
  sku TEXT PRIMARY KEY,
  on_hand INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT stock_on_hand CHECK (on_hand >= 0)
) WITHOUT ROWID;

CREATE TABLE transitions (
  id INTEGER PRIMARY KEY,
  seller_order TEXT NOT NULL REFERENCES seller_orders (code),
  from_status TEXT,
  to_status TEXT NOT NULL,
  -- buyer, seller, operator, gateway or clock
  actor TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL
);
CREATE INDEX transitions_by_seller_order ON transitions (seller_order, id);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  -- The seller order that it is about; NULL for a mail about the whole order.
  seller_order TEXT,
  to_address TEXT NOT NULL,
  created_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT NOT NULL,
  -- While a run is sending it, no other run takes it.
  lease_until TEXT,
  sent_at TEXT,
  last_error TEXT
);
CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE sent_at IS NULL;
CREATE INDEX outbox_by_order ON outbox (order_id);
