-- A suspension has two kinds: a pause stops new orders; for fraud the shop is closed, its links and sessions end, and
-- nobody is shown where to pay it. The version before reads both as a suspension.
ALTER TABLE pauses ADD COLUMN fraud INTEGER NOT NULL DEFAULT 0 CHECK (fraud IN (0, 1));
