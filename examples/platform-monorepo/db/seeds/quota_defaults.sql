INSERT INTO policy_quotas (project_id, resource, quota) VALUES ('default', 'gpu.h100', 8), ('default', 'gpu.l40s', 16) ON CONFLICT DO NOTHING;
