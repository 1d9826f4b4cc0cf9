CREATE TABLE iam_principals (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('user', 'service_account')),
  project_id text,
  disabled boolean NOT NULL DEFAULT false
);

CREATE TABLE iam_role_grants (
  principal_id text NOT NULL REFERENCES iam_principals (id),
  role text NOT NULL,
  PRIMARY KEY (principal_id, role)
);
