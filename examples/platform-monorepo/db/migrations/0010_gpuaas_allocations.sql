CREATE TABLE gpuaas_allocations (
  id text PRIMARY KEY,
  project_id text NOT NULL,
  node_id text,
  gpus smallint NOT NULL CHECK (gpus > 0),
  state text NOT NULL
);
