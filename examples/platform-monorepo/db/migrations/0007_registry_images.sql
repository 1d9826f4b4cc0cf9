CREATE TABLE registry_images (
  repository text NOT NULL,
  digest text NOT NULL CHECK (digest LIKE 'sha256:%'),
  admitted_at timestamptz NOT NULL,
  PRIMARY KEY (repository, digest)
);
