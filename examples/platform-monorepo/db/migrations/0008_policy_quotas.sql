CREATE TABLE policy_quotas (
  project_id text NOT NULL,
  resource text NOT NULL,
  quota bigint NOT NULL CHECK (quota >= 0),
  PRIMARY KEY (project_id, resource)
);
