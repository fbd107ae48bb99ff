-- What the gateway paid back beyond what was left of a sale or of money owed. Only adds: the version before lives
-- with it.

-- In rupiah, of all that `refunded` counts. The order got its money back twice, which is for people to settle.
ALTER TABLE gateway_payments ADD COLUMN over_refunded INTEGER NOT NULL DEFAULT 0;
-- What of it the operator has seen to.
ALTER TABLE gateway_payments ADD COLUMN over_settled INTEGER NOT NULL DEFAULT 0;
CREATE INDEX gateway_payments_over ON gateway_payments (gateway_order) WHERE over_refunded > over_settled;
