-- A mail that can't reach anybody ends instead of being tried for ever. Only adds: to the version before, an ended
-- mail is one whose next attempt is far away.

-- Why nobody tries any more: refused, gave_up, too_many; NULL while it waits, and once it was sent.
ALTER TABLE outbox ADD COLUMN ended_because TEXT;
ALTER TABLE letters ADD COLUMN ended_because TEXT;

-- The mailbox that it went to, as long as its owner had confirmed no address: so many a day are sent to one.
ALTER TABLE outbox ADD COLUMN stranger TEXT;
ALTER TABLE letters ADD COLUMN stranger TEXT;
CREATE INDEX outbox_to_strangers ON outbox (stranger, sent_at) WHERE stranger IS NOT NULL;
CREATE INDEX letters_to_strangers ON letters (stranger, sent_at) WHERE stranger IS NOT NULL;

-- When a mail server refused the buyer's address for good; the order's pages say so.
ALTER TABLE orders ADD COLUMN email_refused_at TEXT;

-- Addresses of mails that were never sent are forgotten with the others.
DROP INDEX outbox_with_address;
CREATE INDEX outbox_with_address ON outbox (created_at) WHERE to_address <> '';
