CREATE TABLE gpuaas_node_tasks (
  id text PRIMARY KEY,
  node_id text NOT NULL,
  kind text NOT NULL,
  leased_to text,
  lease_end timestamptz
);
