-- How often a shop's mailed order links were taken back. Each link is signed over it, so raising it ends them all.
-- Only adds: the version before lives with it.
CREATE TABLE link_epochs (
  seller TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL
) WITHOUT ROWID;

-- Whoever suspends a shop, from whichever desk, ends the links that lie in its mailbox.
CREATE TRIGGER suspension_ends_links AFTER INSERT ON pauses
WHEN NEW.kind = 'suspended' AND NEW.scope = 'seller:' || NEW.seller
BEGIN
  INSERT INTO link_epochs (seller, epoch) VALUES (NEW.seller, 1)
  ON CONFLICT (seller) DO UPDATE SET epoch = epoch + 1;
END;
