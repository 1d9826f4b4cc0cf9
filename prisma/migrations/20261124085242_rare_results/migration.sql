-- CreateIndex
CREATE INDEX "evidence_repository_id_result_sequence_idx" ON "evidence"("repository_id", "result", "sequence" DESC) WHERE (result <> 'passed'::text);
