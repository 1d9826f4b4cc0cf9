CREATE TABLE status_components (
  id text PRIMARY KEY,
  domain text NOT NULL,
  slo numeric(6, 3) NOT NULL CHECK (slo BETWEEN 0 AND 100)
);
