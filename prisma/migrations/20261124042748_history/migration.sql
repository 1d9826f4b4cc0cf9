-- CreateTable
CREATE TABLE "repository" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "repository_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model" (
    "sequence" BIGSERIAL NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "digest" TEXT NOT NULL,
    "sources" BYTEA NOT NULL,
    "tree" BYTEA NOT NULL,
    "tree_sha256" TEXT NOT NULL,
    "sent_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "model_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "repository_id" BIGINT NOT NULL,
    "model_sequence" BIGINT NOT NULL,
    "model_digest" TEXT NOT NULL,
    "profile" TEXT,
    "base" TEXT,
    "head" TEXT,
    "file_count" INTEGER NOT NULL,
    "gate_count" INTEGER NOT NULL,
    "unmapped_count" INTEGER NOT NULL,
    "review_count" INTEGER NOT NULL,
    "classes" TEXT[],
    "domains" TEXT[],
    "document" BYTEA NOT NULL,
    "asked_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "identity" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_sha256" TEXT NOT NULL,
    "answer" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("identity","key")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "repository_name_key" ON "repository"("name");

-- CreateIndex
CREATE INDEX "model_repository_id_sequence_idx" ON "model"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "plan_sequence_key" ON "plan"("sequence");

-- CreateIndex
CREATE INDEX "plan_repository_id_sequence_idx" ON "plan"("repository_id", "sequence" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_sha256_key" ON "api_token"("sha256");

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_model_sequence_fkey" FOREIGN KEY ("model_sequence") REFERENCES "model"("sequence") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What can only be true is held by the database too.
ALTER TABLE "model" ADD CONSTRAINT "model_digest_check" CHECK ("digest" ~ '^sha256:[0-9a-f]{64}$');
ALTER TABLE "model" ADD CONSTRAINT "model_tree_sha256_check" CHECK ("tree_sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "plan" ADD CONSTRAINT "plan_model_digest_check" CHECK ("model_digest" ~ '^sha256:[0-9a-f]{64}$');
ALTER TABLE "plan" ADD CONSTRAINT "plan_gate_count_check" CHECK ("gate_count" > 0);
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_role_check" CHECK ("role" IN ('ci'));

-- The history must be trusted, so it cannot be rewritten: no update, no delete, no truncate.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never changed or removed', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;

CREATE TRIGGER "model_is_immutable" BEFORE UPDATE OR DELETE ON "model" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "model_is_not_truncated" BEFORE TRUNCATE ON "model" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "plan_is_immutable" BEFORE UPDATE OR DELETE ON "plan" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "plan_is_not_truncated" BEFORE TRUNCATE ON "plan" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "idempotency_key_is_immutable" BEFORE UPDATE ON "idempotency_key" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
