-- CreateTable
CREATE TABLE "webhook_target" (
    "id" TEXT NOT NULL,
    "cursor" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3),
    "last_failure" TEXT,
    "last_failure_at" TIMESTAMPTZ(3),
    "delivered_count" BIGINT NOT NULL DEFAULT 0,
    "last_delivered" BIGINT,
    "last_delivery_at" TIMESTAMPTZ(3),
    "leased_by" TEXT,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "target_id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "action" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "given_up_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("target_id","sequence")
);

-- AddForeignKey
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "webhook_target"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What was given up stays in sight.
CREATE TRIGGER "dead_letter_is_immutable" BEFORE UPDATE OR DELETE ON "dead_letter" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "dead_letter_is_not_truncated" BEFORE TRUNCATE ON "dead_letter" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
