-- Money that came twice or in another amount by transfer or QRIS, where no gateway tells of it. It lies where all
-- money that is owed lies, so that desks, erasure and repayment see it. Only adds: the version before lives with it.

-- Who told of it: `seller` or `operator`; NULL for what the gateway told.
ALTER TABLE gateway_payments ADD COLUMN told_by TEXT;
