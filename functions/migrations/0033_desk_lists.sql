-- The desks' lists come sorted out of an index, so that they read no more than they show. Only adds.

CREATE INDEX inquiries_by_seller_time ON inquiries (seller, status_at);
CREATE INDEX pauses_suspended ON pauses (set_at) WHERE kind = 'suspended';
