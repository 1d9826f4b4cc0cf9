-- CreateIndex
CREATE INDEX "debt_line_repository_id_content_id_sequence_idx" ON "debt_line"("repository_id", "content_id", "sequence");

-- CreateIndex
CREATE INDEX "promotion_repository_id_git_commit_sequence_idx" ON "promotion"("repository_id", "git_commit", "sequence") WHERE (git_commit IS NOT NULL);

-- CreateIndex
CREATE INDEX "promotion_repository_id_git_tree_sequence_idx" ON "promotion"("repository_id", "git_tree", "sequence") WHERE (git_tree IS NOT NULL);

-- CreateIndex
CREATE INDEX "promotion_repository_id_sha256_sequence_idx" ON "promotion"("repository_id", "sha256", "sequence") WHERE (sha256 IS NOT NULL);

-- CreateIndex
CREATE INDEX "promotion_repository_id_domain_sequence_idx" ON "promotion"("repository_id", "domain", "sequence" DESC);
