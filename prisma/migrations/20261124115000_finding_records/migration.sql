-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "evidence_repository_id_profile_sequence_idx" ON "evidence"("repository_id", "profile", "sequence" DESC) WHERE (profile IS NOT NULL);

-- CreateIndex
CREATE INDEX "evidence_supersedes_idx" ON "evidence" USING GIN ("supersedes") WHERE (supersedes <> '{}'::uuid[]);


-- The canonical text of an entry begins with its action: {"action":"evidence.recorded",… An index over the text itself needs no column that could say otherwise.
CREATE INDEX "audit_event_action_sequence_idx" ON "audit_event"((split_part("canonical", '"', 4)), "sequence" DESC);
