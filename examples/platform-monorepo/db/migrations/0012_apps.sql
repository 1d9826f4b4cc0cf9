CREATE TABLE apps (
  id text PRIMARY KEY,
  project_id text NOT NULL,
  manifest jsonb NOT NULL,
  running boolean NOT NULL DEFAULT false
);
