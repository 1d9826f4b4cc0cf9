-- Whoever has approved may still say no to the same words.
ALTER TABLE "exception_decision" DROP CONSTRAINT "exception_decision_pkey",
ADD CONSTRAINT "exception_decision_pkey" PRIMARY KEY ("exception_id", "person_id", "request_hash", "decision");
