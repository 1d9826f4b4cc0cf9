-- CreateIndex
CREATE INDEX "debt_line_repository_id_domain_sequence_idx" ON "debt_line"("repository_id", "domain", "sequence" DESC);
