-- Which orders of buyers whom nobody vouches for came from one client, so that what it holds can be counted. Only
-- adds. Rows go after a day.

CREATE TABLE order_clients (
  order_id INTEGER PRIMARY KEY REFERENCES orders (id),
  -- A keyed hash of the client's address.
  client TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX order_clients_by_client ON order_clients (client, at);
CREATE INDEX order_clients_by_time ON order_clients (at);

CREATE INDEX orders_by_email ON orders (lower(buyer_email), created_at) WHERE buyer_email IS NOT NULL;
