-- Payments by the gateway, and photos that buyer and seller show each other. Only adds.

-- One attempt to pay a seller order by the gateway. The row is written before the gateway is asked, so that no
-- notification can come for a payment that the mall does not know.
CREATE TABLE gateway_payments (
  -- What the gateway calls it: the seller order's code and the attempt's number.
  gateway_order TEXT PRIMARY KEY,
  seller_order TEXT NOT NULL REFERENCES seller_orders (code),
  -- What was asked for, in rupiah.
  amount INTEGER NOT NULL CHECK (amount > 0),
  created_at TEXT NOT NULL,
  redirect_url TEXT,
  -- What the gateway said when it was last asked.
  status TEXT,
  transaction_id TEXT,
  status_at TEXT,
  -- When its money was taken for the seller order.
  credited_at TEXT,
  -- Money that came and was not taken for the seller order, since that was paid already or the amount was
  -- another one: to be paid back, in rupiah.
  surplus INTEGER NOT NULL DEFAULT 0,
  -- What the gateway has paid back so far, in rupiah.
  refunded INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX gateway_payments_by_seller_order ON gateway_payments (seller_order);
CREATE INDEX gateway_payments_surplus ON gateway_payments (gateway_order) WHERE surplus > 0;

-- Photos that go with a seller order. The picture itself lies in the bucket under the same id.
CREATE TABLE proofs (
  id TEXT PRIMARY KEY,
  seller_order TEXT NOT NULL REFERENCES seller_orders (code),
  -- What it shows: a payment, what a complaint is about, a refund.
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'complaint', 'refund')),
  -- buyer or seller
  given_by TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX proofs_by_seller_order ON proofs (seller_order, at);
