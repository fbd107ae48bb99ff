-- A question that no human check has passed is written as spam, and becomes one when its buyer confirms it by a
-- mailed link. Only adds: the version before takes it for spam.

ALTER TABLE inquiries ADD COLUMN awaits_confirmation INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER inquiries_add_confirmed AFTER UPDATE OF status ON inquiries
WHEN OLD.status = 'spam' AND NEW.status <> 'spam'
BEGIN
  INSERT INTO seller_months (seller, month, inquiries)
  VALUES (NEW.seller, substr(date(NEW.created_at, '+7 hours'), 1, 7), 1)
  ON CONFLICT (seller, month) DO UPDATE SET inquiries = inquiries + 1;
END;
