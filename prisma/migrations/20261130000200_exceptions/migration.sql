-- CreateTable
CREATE TABLE "exception" (
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "domain" TEXT NOT NULL,
    "gates" TEXT[],
    "git_commit" TEXT,
    "git_tree" TEXT,
    "sha256" TEXT,
    "risk" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approval" JSONB,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "ended_because" TEXT,

    CONSTRAINT "exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exception_version" (
    "exception_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "request" JSONB NOT NULL,
    "person_id" UUID NOT NULL,
    "person" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exception_version_pkey" PRIMARY KEY ("exception_id","version")
);

-- CreateTable
CREATE TABLE "exception_decision" (
    "exception_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "request_hash" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "decision" TEXT NOT NULL,
    "roles" TEXT[],
    "reason" TEXT NOT NULL,
    "person" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exception_decision_pkey" PRIMARY KEY ("exception_id","person_id","request_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "exception_repository_id_sequence_key" ON "exception"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "exception_repository_id_domain_sequence_idx" ON "exception"("repository_id", "domain", "sequence" DESC);

-- CreateIndex
CREATE INDEX "exception_repository_id_expires_at_idx" ON "exception"("repository_id", "expires_at") WHERE ("ended_at" IS NULL);

-- CreateIndex
CREATE INDEX "exception_repository_id_git_commit_sequence_idx" ON "exception"("repository_id", "git_commit", "sequence") WHERE (git_commit IS NOT NULL);

-- CreateIndex
CREATE INDEX "exception_repository_id_git_tree_sequence_idx" ON "exception"("repository_id", "git_tree", "sequence") WHERE (git_tree IS NOT NULL);

-- CreateIndex
CREATE INDEX "exception_repository_id_sha256_sequence_idx" ON "exception"("repository_id", "sha256", "sequence") WHERE (sha256 IS NOT NULL);

-- AddForeignKey
ALTER TABLE "exception" ADD CONSTRAINT "exception_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exception" ADD CONSTRAINT "exception_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exception_version" ADD CONSTRAINT "exception_version_exception_id_fkey" FOREIGN KEY ("exception_id") REFERENCES "exception"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exception_version" ADD CONSTRAINT "exception_version_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exception_decision" ADD CONSTRAINT "exception_decision_exception_id_fkey" FOREIGN KEY ("exception_id") REFERENCES "exception"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exception_decision" ADD CONSTRAINT "exception_decision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What can only be true is held by the database too.
ALTER TABLE "exception" ADD CONSTRAINT "exception_content_check" CHECK (num_nonnulls("git_commit", "git_tree", "sha256") > 0
  AND "git_commit" ~ '^([0-9a-f]{40}|[0-9a-f]{64})$' AND "git_tree" ~ '^([0-9a-f]{40}|[0-9a-f]{64})$' AND "sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "exception" ADD CONSTRAINT "exception_gates_check" CHECK (cardinality("gates") > 0);
ALTER TABLE "exception" ADD CONSTRAINT "exception_risk_check" CHECK ("risk" IN ('low', 'medium', 'high'));
ALTER TABLE "exception" ADD CONSTRAINT "exception_version_check" CHECK ("version" > 0);
ALTER TABLE "exception" ADD CONSTRAINT "exception_state_check" CHECK ("state" IN ('requested', 'approved', 'rejected', 'withdrawn', 'revoked', 'expired'));
ALTER TABLE "exception" ADD CONSTRAINT "exception_approval_check" CHECK (("approved_at" IS NULL) = ("approval" IS NULL)
  AND CASE "state" WHEN 'approved' THEN "approved_at" IS NOT NULL WHEN 'revoked' THEN "approved_at" IS NOT NULL
    WHEN 'expired' THEN true ELSE "approved_at" IS NULL END);
ALTER TABLE "exception" ADD CONSTRAINT "exception_ending_check" CHECK (("ended_at" IS NULL) = ("ended_by" IS NULL)
  AND ("ended_at" IS NULL) = ("state" IN ('requested', 'approved')));
ALTER TABLE "exception_decision" ADD CONSTRAINT "exception_decision_check" CHECK ("decision" IN ('approve', 'reject') AND cardinality("roles") > 0
  AND "request_hash" ~ '^[0-9a-f]{64}$' AND "reason" ~ '\S');

-- How an exception was worded and decided is never changed.
DO $$
DECLARE
  each TEXT;
BEGIN
  FOREACH each IN ARRAY ARRAY['exception_version', 'exception_decision'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"()', each || '_is_immutable', each);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"()', each || '_is_not_truncated', each);
  END LOOP;
END
$$;

-- An exception moves along its states and never back; only while it is asked for can it be worded anew.
CREATE FUNCTION "allow_exception_moves_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."state" = 'requested' AND NEW."state" = 'requested' AND NEW."version" = OLD."version" + 1 THEN
      RETURN NEW;
    END IF;
    IF (OLD."state" || ' ' || NEW."state") IN ('requested approved', 'requested rejected', 'requested withdrawn', 'requested expired',
        'approved revoked', 'approved expired')
      AND (OLD."approval" IS NULL OR OLD."approval" = NEW."approval")
      AND to_jsonb(NEW) - ARRAY['state', 'approved_at', 'approval', 'ended_at', 'ended_by', 'ended_because']
        = to_jsonb(OLD) - ARRAY['state', 'approved_at', 'approval', 'ended_at', 'ended_by', 'ended_because'] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a row of % moves along its states only', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;
CREATE TRIGGER "exception_moves" BEFORE UPDATE OR DELETE ON "exception" FOR EACH ROW EXECUTE FUNCTION "allow_exception_moves_only"();
CREATE TRIGGER "exception_is_not_truncated" BEFORE TRUNCATE ON "exception" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
