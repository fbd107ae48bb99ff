-- What a refund may take from an entry is what its corrections left of it. Only replaces a guard: the version before
-- lives with it.
DROP TRIGGER ledger_refunds_sales;
CREATE TRIGGER ledger_refunds_sales BEFORE INSERT ON ledger WHEN NEW.kind = 'refund'
BEGIN
  SELECT RAISE(ABORT, 'ledger: a refund is more than its sale')
  WHERE NEW.amount
    + COALESCE((SELECT SUM(amount) FROM ledger WHERE cause = NEW.cause AND edition = NEW.edition), 0)
    + COALESCE((SELECT SUM(amount) FROM corrections WHERE corrects = NEW.cause AND edition = NEW.edition), 0) < 0;
END;

-- Sellers' mails that no server takes, for the operator's list.
CREATE INDEX outbox_refused ON outbox (created_at) WHERE ended_because = 'refused';
CREATE INDEX letters_refused ON letters (created_at) WHERE ended_because = 'refused';
