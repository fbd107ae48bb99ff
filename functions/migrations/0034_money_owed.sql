-- Money that came by the gateway and belongs to no sale, a decision on a complaint, and another way of paying.
-- Only adds: the version before lives with it.

-- When money was first found to belong to no sale, and why: `paid_twice`, `other_amount`, `late_without_stock`. It is
-- found once; a notification that is repeated after it went back does not bring it up again.
ALTER TABLE gateway_payments ADD COLUMN surplus_at TEXT;
ALTER TABLE gateway_payments ADD COLUMN surplus_reason TEXT;

-- What of it went back to the buyer, apart from refunds of a sale.
CREATE TABLE surplus_refunds (
  id INTEGER PRIMARY KEY,
  seller_order TEXT NOT NULL REFERENCES seller_orders (code),
  gateway_order TEXT NOT NULL REFERENCES gateway_payments (gateway_order),
  amount INTEGER NOT NULL CHECK (amount > 0),
  -- The proof: the transfer's reference.
  reference TEXT NOT NULL DEFAULT '',
  -- seller or gateway
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  -- The buyer's word that it came.
  received_at TEXT
);
CREATE INDEX surplus_refunds_by_seller_order ON surplus_refunds (seller_order, id);

-- What the operator has decided on a complaint.
ALTER TABLE complaints ADD COLUMN decision TEXT;
ALTER TABLE complaints ADD COLUMN decided_at TEXT;
CREATE INDEX complaints_waiting ON complaints (opened_at) WHERE closed_at IS NULL;

-- The way of paying that the buyer changed to; NULL while it is the one that the order was placed with.
ALTER TABLE seller_orders ADD COLUMN later_payment_method TEXT;
