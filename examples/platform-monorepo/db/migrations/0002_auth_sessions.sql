CREATE TABLE auth_sessions (
  token_hash text PRIMARY KEY,
  principal_id text NOT NULL REFERENCES iam_principals (id),
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);
