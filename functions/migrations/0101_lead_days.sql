-- How long the goods of a seller order take to be made, as it was when they were ordered: the catalogue may say
-- something else by the day on which they are paid, or know them no more. Only adds: the version before lives with it.

-- The longest among its lines, in days; 0 for what lies ready, NULL in orders of before.
ALTER TABLE seller_orders ADD COLUMN lead_days INTEGER;
