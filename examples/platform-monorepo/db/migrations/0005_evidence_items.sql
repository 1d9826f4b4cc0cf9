CREATE TABLE evidence_items (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  gate text NOT NULL,
  result text NOT NULL,
  git_commit text NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE INDEX evidence_items_by_commit ON evidence_items (git_commit, gate);
