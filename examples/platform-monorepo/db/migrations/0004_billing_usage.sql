CREATE TABLE billing_usage_stretches (
  resource text NOT NULL,
  used_from timestamptz NOT NULL,
  used_to timestamptz NOT NULL CHECK (used_to >= used_from),
  tenant_id text NOT NULL,
  PRIMARY KEY (resource, used_from)
);
