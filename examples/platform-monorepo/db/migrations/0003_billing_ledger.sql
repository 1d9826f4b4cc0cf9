CREATE TABLE billing_ledger_entries (
  id text PRIMARY KEY,
  tenant_id text NOT NULL,
  posted_at timestamptz NOT NULL
);

CREATE TABLE billing_ledger_postings (
  entry_id text NOT NULL REFERENCES billing_ledger_entries (id),
  position smallint NOT NULL,
  account text NOT NULL,
  side text NOT NULL CHECK (side IN ('debit', 'credit')),
  micros bigint NOT NULL CHECK (micros > 0),
  currency char(3) NOT NULL,
  PRIMARY KEY (entry_id, position)
);
