-- Where an offer's shipping fee goes: a Kemendagri code (`62.71`) or a country (`SG`). NULL for offers made without
-- one: their fee holds anywhere, as it did when they were made.
ALTER TABLE quotes ADD COLUMN destination TEXT;
