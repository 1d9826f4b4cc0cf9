-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "owner_person_id" UUID;

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT,
    "subject" TEXT,
    "password" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "domain" TEXT,
    "granted_by" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_session" (
    "sha256" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "auth_time" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_session_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" BIGSERIAL NOT NULL,
    "account_sha256" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key_key" ON "person"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "person_issuer_subject_key" ON "person"("issuer", "subject");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "person_session_person_id_idx" ON "person_session"("person_id");

-- CreateIndex
CREATE INDEX "person_session_created_at_idx" ON "person_session"("created_at");

-- CreateIndex
CREATE INDEX "sign_in_failure_account_sha256_at_idx" ON "sign_in_failure"("account_sha256", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_at_idx" ON "sign_in_failure"("at");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_owner_person_id_fkey" FOREIGN KEY ("owner_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_session" ADD CONSTRAINT "person_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What can only be true is held by the database too.
ALTER TABLE "person" ADD CONSTRAINT "person_email_check" CHECK ("email" <> '' AND "email_key" <> '' AND "name" <> '');
ALTER TABLE "person" ADD CONSTRAINT "person_provider_check" CHECK (("issuer" IS NULL) = ("subject" IS NULL));
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_role_check" CHECK ("role" IN
  ('viewer', 'domain-owner', 'release-manager', 'architect', 'security-reviewer', 'governance-reviewer', 'admin'));
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_revoked_check" CHECK (("revoked_by" IS NULL) = ("revoked_at" IS NULL));
-- Nobody gives a role to themselves.
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_by_another_check" CHECK ("granted_by" <> 'person:' || "person_id"::text);
ALTER TABLE "person_session" ADD CONSTRAINT "person_session_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "sign_in_failure" ADD CONSTRAINT "sign_in_failure_account_check" CHECK ("account_sha256" ~ '^[0-9a-f]{64}$');

-- A person has a role for a domain, or for all, once.
CREATE UNIQUE INDEX "role_grant_is_given_once" ON "role_grant"("person_id", "role", coalesce("domain", '')) WHERE "revoked_at" IS NULL;

-- A grant is taken back once; nothing else of it changes. What a person did names them, so people are never removed.
CREATE FUNCTION "allow_taking_back_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."revoked_at" IS NULL AND NEW."revoked_at" IS NOT NULL
      AND to_jsonb(NEW) - 'revoked_at' - 'revoked_by' = to_jsonb(OLD) - 'revoked_at' - 'revoked_by' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a row of % is taken back once and never changed or removed', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;
CREATE TRIGGER "role_grant_is_only_taken_back" BEFORE UPDATE OR DELETE ON "role_grant" FOR EACH ROW EXECUTE FUNCTION "allow_taking_back_only"();
CREATE TRIGGER "role_grant_is_not_truncated" BEFORE TRUNCATE ON "role_grant" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "person_is_not_removed" BEFORE DELETE ON "person" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
