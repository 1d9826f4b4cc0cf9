INSERT INTO iam_principals (id, kind) VALUES ('u-admin', 'user') ON CONFLICT DO NOTHING;
INSERT INTO iam_role_grants (principal_id, role) VALUES ('u-admin', 'operator') ON CONFLICT DO NOTHING;
