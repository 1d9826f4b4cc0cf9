-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "created_by" TEXT,
ADD COLUMN     "domains" TEXT[],
ADD COLUMN     "gates" TEXT[];

-- CreateTable
CREATE TABLE "audit_event" (
    "sequence" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "repository" TEXT,
    "canonical" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "gate" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "git_commit" TEXT,
    "git_tree" TEXT,
    "sha256" TEXT,
    "profile" TEXT,
    "command" TEXT NOT NULL,
    "exit_code" INTEGER,
    "executed" INTEGER,
    "passed" INTEGER,
    "failed" INTEGER,
    "skipped" INTEGER,
    "run_id" UUID,
    "ci_provider" TEXT,
    "ci_id" TEXT,
    "ci_attempt" INTEGER,
    "supersedes" UUID[],
    "reason" TEXT,
    "definition" TEXT NOT NULL,
    "producer_identity" TEXT NOT NULL,
    "producer_name" TEXT NOT NULL,
    "findings" JSONB,
    "details" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revocation" (
    "evidence_id" UUID NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "announced_run" (
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "profile" TEXT NOT NULL,
    "git_commit" TEXT,
    "git_tree" TEXT,
    "sha256" TEXT,
    "gates" TEXT[],
    "announced_by" TEXT NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,

    CONSTRAINT "announced_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skip" (
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "gate" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "git_commit" TEXT,
    "git_tree" TEXT,
    "sha256" TEXT,
    "reason" TEXT NOT NULL,
    "prior" TEXT,
    "risk" TEXT NOT NULL,
    "run_id" UUID,
    "declared_by" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "skip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "repository_id" BIGINT NOT NULL,
    "content_id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "git_commit" TEXT,
    "git_tree" TEXT,
    "sha256" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("repository_id","content_id")
);

-- CreateTable
CREATE TABLE "commit_tree" (
    "repository_id" BIGINT NOT NULL,
    "git_commit" TEXT NOT NULL,
    "git_tree" TEXT NOT NULL,

    CONSTRAINT "commit_tree_pkey" PRIMARY KEY ("repository_id","git_commit","git_tree")
);

-- CreateTable
CREATE TABLE "digest_source" (
    "repository_id" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "digest_source_pkey" PRIMARY KEY ("repository_id","sha256","source")
);

-- CreateTable
CREATE TABLE "latest_pass" (
    "repository_id" BIGINT NOT NULL,
    "gate" TEXT NOT NULL,
    "evidence_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "git_commit" TEXT,
    "git_tree" TEXT,
    "sha256" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "latest_pass_pkey" PRIMARY KEY ("repository_id","gate")
);

-- CreateTable
CREATE TABLE "debt_line" (
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "gate" TEXT NOT NULL,
    "domain" TEXT,
    "content_id" TEXT NOT NULL,
    "owner" TEXT,
    "reasons" TEXT[],
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID[],

    CONSTRAINT "debt_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion" (
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "domain" TEXT NOT NULL,
    "git_commit" TEXT,
    "git_tree" TEXT,
    "sha256" TEXT,
    "model_digest" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "promoted_by" TEXT NOT NULL,
    "promoted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "promotion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_repository_sequence_idx" ON "audit_event"("repository", "sequence" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_repository_id_sequence_key" ON "evidence"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "evidence_repository_id_gate_sequence_idx" ON "evidence"("repository_id", "gate", "sequence" DESC);

-- CreateIndex
CREATE INDEX "evidence_repository_id_git_commit_sequence_idx" ON "evidence"("repository_id", "git_commit", "sequence") WHERE (git_commit IS NOT NULL);

-- CreateIndex
CREATE INDEX "evidence_repository_id_git_tree_sequence_idx" ON "evidence"("repository_id", "git_tree", "sequence") WHERE (git_tree IS NOT NULL);

-- CreateIndex
CREATE INDEX "evidence_repository_id_sha256_sequence_idx" ON "evidence"("repository_id", "sha256", "sequence") WHERE (sha256 IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "announced_run_repository_id_sequence_key" ON "announced_run"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "announced_run_repository_id_deadline_idx" ON "announced_run"("repository_id", "deadline") WHERE (closed_at IS NULL);

-- CreateIndex
CREATE INDEX "announced_run_repository_id_git_commit_sequence_idx" ON "announced_run"("repository_id", "git_commit", "sequence") WHERE (git_commit IS NOT NULL);

-- CreateIndex
CREATE INDEX "announced_run_repository_id_git_tree_sequence_idx" ON "announced_run"("repository_id", "git_tree", "sequence") WHERE (git_tree IS NOT NULL);

-- CreateIndex
CREATE INDEX "announced_run_repository_id_sha256_sequence_idx" ON "announced_run"("repository_id", "sha256", "sequence") WHERE (sha256 IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "skip_repository_id_sequence_key" ON "skip"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "skip_repository_id_gate_sequence_idx" ON "skip"("repository_id", "gate", "sequence" DESC);

-- CreateIndex
CREATE INDEX "skip_repository_id_git_commit_sequence_idx" ON "skip"("repository_id", "git_commit", "sequence") WHERE (git_commit IS NOT NULL);

-- CreateIndex
CREATE INDEX "skip_repository_id_git_tree_sequence_idx" ON "skip"("repository_id", "git_tree", "sequence") WHERE (git_tree IS NOT NULL);

-- CreateIndex
CREATE INDEX "skip_repository_id_sha256_sequence_idx" ON "skip"("repository_id", "sha256", "sequence") WHERE (sha256 IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "candidate_repository_id_sequence_key" ON "candidate"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "commit_tree_repository_id_git_tree_idx" ON "commit_tree"("repository_id", "git_tree");

-- CreateIndex
CREATE INDEX "digest_source_repository_id_source_idx" ON "digest_source"("repository_id", "source");

-- CreateIndex
CREATE UNIQUE INDEX "debt_line_repository_id_sequence_key" ON "debt_line"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "debt_line_open_idx" ON "debt_line"("repository_id", "sequence" DESC) WHERE (closed_at IS NULL);

-- CreateIndex
CREATE INDEX "debt_line_open_gate_idx" ON "debt_line"("repository_id", "gate") WHERE (closed_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "debt_line_is_open_once" ON "debt_line"("repository_id", "content_id", "gate", "kind") WHERE (closed_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "promotion_repository_id_sequence_key" ON "promotion"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "plan_repository_id_head_sequence_idx" ON "plan"("repository_id", "head", "sequence") WHERE (head IS NOT NULL);

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "announced_run"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "announced_run" ADD CONSTRAINT "announced_run_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "skip" ADD CONSTRAINT "skip_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "skip" ADD CONSTRAINT "skip_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "announced_run"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "debt_line" ADD CONSTRAINT "debt_line_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What can only be true is held by the database too: the closed lists, what a name of content looks like, what a pass may be.
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_result_check" CHECK ("result" IN ('passed', 'failed', 'partial', 'skipped', 'blocked', 'error'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_gate_check" CHECK ("gate" ~ '^[^/]+(/[^/]+){1,2}$');
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_command_check" CHECK ("command" ~ '\S');
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_pass_check" CHECK ("result" <> 'passed' OR coalesce("exit_code", 0) = 0);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_counts_check" CHECK (num_nulls("executed", "passed", "failed", "skipped") IN (0, 4) AND least("executed", "passed", "failed", "skipped") >= 0);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_ci_check" CHECK (num_nulls("ci_provider", "ci_id", "ci_attempt") IN (0, 3) AND "ci_attempt" >= 1);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_definition_check" CHECK ("definition" ~ '^(sha256:)?[0-9a-f]{64}$');
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_producer_check" CHECK ("producer_identity" <> '' AND "producer_name" <> '');
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_findings_check" CHECK (jsonb_typeof("findings") = 'array');
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_supersedes_check" CHECK ("supersedes" IS NOT NULL);
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_reason_check" CHECK ("reason" ~ '\S');
ALTER TABLE "announced_run" ADD CONSTRAINT "announced_run_gates_check" CHECK (cardinality("gates") > 0);
ALTER TABLE "announced_run" ADD CONSTRAINT "announced_run_closing_check" CHECK (("closed_at" IS NULL) = ("closed_by" IS NULL));
ALTER TABLE "skip" ADD CONSTRAINT "skip_risk_check" CHECK ("risk" IN ('none', 'low', 'medium', 'high'));
ALTER TABLE "skip" ADD CONSTRAINT "skip_reason_check" CHECK ("reason" ~ '\S');
ALTER TABLE "debt_line" ADD CONSTRAINT "debt_line_kind_check" CHECK ("kind" IN ('hidden-skip', 'refused-skip', 'partial', 'expired-exception', 'expired-debt'));
ALTER TABLE "debt_line" ADD CONSTRAINT "debt_line_closing_check" CHECK (("closed_at" IS NULL) = (coalesce(cardinality("closed_by"), 0) = 0));
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_items_check" CHECK (jsonb_array_length("items") = 8);
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_model_digest_check" CHECK ("model_digest" ~ '^sha256:[0-9a-f]{64}$');
ALTER TABLE "commit_tree" ADD CONSTRAINT "commit_tree_check" CHECK ("git_commit" ~ '^([0-9a-f]{40}|[0-9a-f]{64})$' AND "git_tree" ~ '^([0-9a-f]{40}|[0-9a-f]{64})$');
ALTER TABLE "digest_source" ADD CONSTRAINT "digest_source_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$' AND "source" ~ '^([0-9a-f]{40}|[0-9a-f]{64})$');

DO $$
DECLARE
  each TEXT;
BEGIN
  FOREACH each IN ARRAY ARRAY['evidence', 'announced_run', 'skip', 'candidate', 'latest_pass', 'promotion'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (num_nonnulls("git_commit", "git_tree", "sha256") > 0'
      ' AND "git_commit" ~ ''^([0-9a-f]{40}|[0-9a-f]{64})$'' AND "git_tree" ~ ''^([0-9a-f]{40}|[0-9a-f]{64})$'' AND "sha256" ~ ''^[0-9a-f]{64}$'')', each, each || '_content_check');
  END LOOP;
END
$$;

-- The history must be trusted, so it cannot be rewritten: no update, no delete, no truncate.
DO $$
DECLARE
  each TEXT;
BEGIN
  FOREACH each IN ARRAY ARRAY['audit_event', 'evidence', 'revocation', 'skip', 'candidate', 'commit_tree', 'digest_source', 'promotion'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"()', each || '_is_immutable', each);
  END LOOP;
  FOREACH each IN ARRAY ARRAY['audit_event', 'evidence', 'revocation', 'skip', 'candidate', 'commit_tree', 'digest_source', 'promotion', 'announced_run', 'debt_line'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"()', each || '_is_not_truncated', each);
  END LOOP;
END
$$;

-- A run and a line of debt are closed once. Nothing else of them changes.
CREATE FUNCTION "allow_closing_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."closed_at" IS NULL AND NEW."closed_at" IS NOT NULL
      AND to_jsonb(NEW) - 'closed_at' - 'closed_by' = to_jsonb(OLD) - 'closed_at' - 'closed_by' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a row of % is closed once and never changed or removed', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;

CREATE TRIGGER "announced_run_is_only_closed" BEFORE UPDATE OR DELETE ON "announced_run" FOR EACH ROW EXECUTE FUNCTION "allow_closing_only"();
CREATE TRIGGER "debt_line_is_only_closed" BEFORE UPDATE OR DELETE ON "debt_line" FOR EACH ROW EXECUTE FUNCTION "allow_closing_only"();

-- Only a pass can be taken back: withholding anything else could make something look better than it is.
CREATE FUNCTION "revoke_passes_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "evidence" WHERE "id" = NEW."evidence_id" AND "result" = 'passed') THEN
    RAISE EXCEPTION 'only passing evidence can be revoked' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "revocation_is_of_a_pass" BEFORE INSERT ON "revocation" FOR EACH ROW EXECUTE FUNCTION "revoke_passes_only"();

-- Orders everything that is recorded. Taken only by whoever holds the audit chain, so it follows the order of the commits.
CREATE SEQUENCE "history_sequence";

-- The audit chain. Whoever inserts an entry, this numbers, dates and hashes it: SHA-256 over a zero byte, the sequence and the moment as 8
-- bytes each, the previous hash in hex and the canonical text. One transaction at a time, until its end.
CREATE FUNCTION "chain_audit_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7265706370);
  SELECT "sequence" + 1, "hash" INTO NEW."sequence", NEW."previous_hash" FROM "audit_event" ORDER BY "sequence" DESC LIMIT 1;
  NEW."sequence" := coalesce(NEW."sequence", 1);
  NEW."previous_hash" := coalesce(NEW."previous_hash", repeat('0', 64));
  NEW."at" := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint;
  NEW."hash" := encode(sha256('\x00'::bytea || int8send(NEW."sequence") || int8send(NEW."at")
    || convert_to(NEW."previous_hash" || NEW."canonical", 'UTF8')), 'hex');
  RETURN NEW;
END
$$;

CREATE TRIGGER "audit_event_is_chained" BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "chain_audit_event"();

-- Takes the chain and appends to it. The lock comes in a statement of its own, so that the next one sees what its last holder has done.
CREATE FUNCTION "append_audit"("repository" TEXT, "canonical" TEXT) RETURNS "audit_event" LANGUAGE plpgsql AS $$
DECLARE
  entry "audit_event";
BEGIN
  PERFORM pg_advisory_xact_lock(7265706370);
  INSERT INTO "audit_event" VALUES (0, 0, $1, $2, '', '') RETURNING * INTO entry;
  RETURN entry;
END
$$;

-- The newest standing pass of each gate, from the evidence alone: one statement, and the same as what the writes have kept.
CREATE FUNCTION "rebuild_latest_pass"() RETURNS void LANGUAGE sql AS $$
  WITH standing AS (
    SELECT DISTINCT ON (e."repository_id", e."gate")
      e."repository_id", e."gate", e."id", e."sequence", e."git_commit", e."git_tree", e."sha256", e."received_at"
    FROM "evidence" e LEFT JOIN "revocation" r ON r."evidence_id" = e."id"
    WHERE e."result" = 'passed' AND e."executed" IS DISTINCT FROM 0 AND r."evidence_id" IS NULL
    ORDER BY e."repository_id", e."gate", e."sequence" DESC
  ), gone AS (
    DELETE FROM "latest_pass" l
    WHERE NOT EXISTS (SELECT FROM standing s WHERE s."repository_id" = l."repository_id" AND s."gate" = l."gate")
  )
  INSERT INTO "latest_pass" ("repository_id", "gate", "evidence_id", "sequence", "git_commit", "git_tree", "sha256", "received_at")
  SELECT * FROM standing
  ON CONFLICT ("repository_id", "gate") DO UPDATE SET
    "evidence_id" = excluded."evidence_id", "sequence" = excluded."sequence", "git_commit" = excluded."git_commit",
    "git_tree" = excluded."git_tree", "sha256" = excluded."sha256", "received_at" = excluded."received_at"
$$;
