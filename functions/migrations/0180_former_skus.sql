-- Goods that got another name keep their pieces. Only adds: the version before goes on with the rows it knows.

-- The SKU whose row holds the pieces of this one, since they were the same goods under an earlier name; that row holds
-- its own. NULL: this row does.
ALTER TABLE stock ADD COLUMN held_in TEXT;
