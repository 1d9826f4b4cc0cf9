INSERT INTO status_components (id, domain, slo) VALUES
  ('sign-in', 'platform-iam', 99.95),
  ('billing', 'platform-billing', 99.9),
  ('registry', 'platform-registry', 99.9),
  ('allocations', 'gpuaas', 99.9),
  ('apps', 'app-platform', 99.5)
ON CONFLICT DO NOTHING;
