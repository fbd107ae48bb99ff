-- How many orders and questions each shop got in each month (WIB), kept by the database itself with each of them, so
-- that a shop's figures do not grow slower with its orders. Rebuildable: see d1-turnover.ts. Only adds.

CREATE TABLE seller_months (
  seller TEXT NOT NULL,
  -- `2026-11`
  month TEXT NOT NULL,
  orders INTEGER NOT NULL DEFAULT 0,
  inquiries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (seller, month)
) WITHOUT ROWID;

INSERT INTO seller_months (seller, month, orders, inquiries)
SELECT seller, month, SUM(orders), SUM(inquiries) FROM (
  SELECT s.seller, substr(date(o.created_at, '+7 hours'), 1, 7) AS month, 1 AS orders, 0 AS inquiries
  FROM seller_orders s JOIN orders o ON o.id = s.order_id
  UNION ALL SELECT seller, substr(date(created_at, '+7 hours'), 1, 7), 0, 1 FROM inquiries WHERE status <> 'spam')
GROUP BY 1, 2;

CREATE TRIGGER seller_orders_add_up AFTER INSERT ON seller_orders
BEGIN
  INSERT INTO seller_months (seller, month, orders)
  SELECT NEW.seller, substr(date(created_at, '+7 hours'), 1, 7), 1 FROM orders WHERE id = NEW.order_id
  ON CONFLICT (seller, month) DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER inquiries_add_up_by_seller AFTER INSERT ON inquiries WHEN NEW.status <> 'spam'
BEGIN
  INSERT INTO seller_months (seller, month, inquiries)
  VALUES (NEW.seller, substr(date(NEW.created_at, '+7 hours'), 1, 7), 1)
  ON CONFLICT (seller, month) DO UPDATE SET inquiries = inquiries + 1;
END;

CREATE TRIGGER inquiries_take_off_spam AFTER UPDATE OF status ON inquiries
WHEN NEW.status = 'spam' AND OLD.status <> 'spam'
BEGIN
  UPDATE seller_months SET inquiries = inquiries - 1
  WHERE seller = NEW.seller AND month = substr(date(NEW.created_at, '+7 hours'), 1, 7);
  DELETE FROM seller_months
  WHERE seller = NEW.seller AND month = substr(date(NEW.created_at, '+7 hours'), 1, 7)
    AND orders = 0 AND inquiries = 0;
END;
