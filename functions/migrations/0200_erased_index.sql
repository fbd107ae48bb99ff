-- What was erased since the list of erasures was last brought up to date.
CREATE INDEX orders_by_erasure ON orders (erased_at) WHERE erased_at IS NOT NULL;
CREATE INDEX inquiries_by_erasure ON inquiries (erased_at) WHERE erased_at IS NOT NULL;
