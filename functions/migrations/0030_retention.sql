-- Personal data is erased when its time is over, or when the buyer asks for it. Only adds: the version before lives
-- with it. What is due is found by an index; see src/domain/retention.ts for the periods.

-- When name, number and address were taken out of an order.
ALTER TABLE orders ADD COLUMN erased_at TEXT;
CREATE INDEX orders_with_names ON orders (created_at) WHERE erased_at IS NULL;

-- When the buyer and the words were taken out of a question.
ALTER TABLE inquiries ADD COLUMN erased_at TEXT;
CREATE INDEX inquiries_with_names ON inquiries (status_at) WHERE erased_at IS NULL;
CREATE INDEX quote_orders_by_order ON quote_orders (order_id);

CREATE INDEX proofs_by_time ON proofs (at);
CREATE INDEX refund_accounts_by_time ON refund_accounts (given_at);
CREATE INDEX outbox_with_address ON outbox (created_at) WHERE sent_at IS NOT NULL AND to_address <> '';
CREATE INDEX letters_by_time ON letters (created_at);
CREATE INDEX letters_by_code ON letters (detail ->> 'code');

-- The trail stays as it was told; only who it was, and what was written about somebody, may be taken out of it.
DROP TRIGGER audit_keeps_entries;
CREATE TRIGGER audit_keeps_entries BEFORE UPDATE ON audit
WHEN NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.action <> OLD.action OR NEW.subject <> OLD.subject
  OR NEW.actor <> '' OR NEW.detail <> ''
BEGIN
  SELECT RAISE(ABORT, 'audit: an entry is never changed');
END;
CREATE INDEX audit_with_names ON audit (at) WHERE actor <> '';
CREATE INDEX stock_changes_with_names ON stock_changes (made_at) WHERE made_by <> '';
CREATE INDEX booth_sales_with_names ON booth_sales (recorded_at) WHERE recorded_by <> '';
