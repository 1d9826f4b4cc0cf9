import { z } from 'zod'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { contentBody } from './content.ts'
import { orNull } from './or-null.ts'
import { boundedText, clientMoment, count, gateId, identifier, recordId, sha256, webAddress, wholeNumber, wholeText } from './text.ts'

/** More would be answered too late to be of use; a client sends the next batch. */
export const MOST_IN_BATCH = 200

/** How far a client's clock may be ahead of ours. */
const CLOCK_LEEWAY_MS = 5 * 60 * 1000

const name = boundedText(300)

const counts = z.strictObject({ executed: count, passed: count, failed: count, skipped: count }).meta({ id: 'EvidenceCounts' })

const artifact = z.strictObject({ name, sha256, uri: webAddress.exactOptional() }).meta({ id: 'Artifact' })

const ciRun = z
  .strictObject({
    provider: name,
    id: name.describe('names one run of a pipeline'),
    attempt: wholeNumber(1).default(1),
    url: webAddress.nullable().default(null),
  })
  .meta({ id: 'CiRun' })

const findings = z
  .union([wholeText, z.looseObject({})])
  .describe('what a guard reported: SARIF 2.1.0, or TSV with the columns of the baseline')

const fields = {
  gate: gateId,
  result: z.enum(REPORTED_RESULTS),
  content: contentBody,
  profile: identifier.nullish(),
  command: boundedText(10_000),
  exitCode: wholeNumber().nullish(),
  counts: orNull(counts).optional(),
  startedAt: clientMoment.nullish(),
  finishedAt: clientMoment.nullish(),
  artifacts: z.array(artifact).max(200, 'must be 200 artifacts or fewer').default([]),
  runId: recordId.nullish().describe('an announced run'),
  ci: orNull(ciRun).optional(),
  supersedes: z
    .union([recordId, z.array(recordId).max(50, 'must be 50 or fewer')])
    .nullish()
    .describe('ids of failing evidence that this pass answers'),
  reason: boundedText(10_000).nullish(),
  findings: findings.nullish(),
}

/** One reported result of a gate, as `POST evidence` takes it. */
export const evidenceBody = z
  .strictObject(fields)
  .superRefine((body, context) => {
    const fault = (path: (keyof typeof fields | 'failed')[], message: string) => context.addIssue({ code: 'custom', path, message })
    const { exitCode = null, counts: counted = null } = body
    if (body.result === 'passed' && exitCode !== null && exitCode !== 0) fault(['exitCode'], 'must be 0 when the result is passed')
    if (body.result === 'passed' && counted !== null && counted.failed > 0) {
      fault(['counts', 'failed'], 'must be 0 when the result is passed')
    }
    const [started, finished] = [momentOf(body.startedAt), momentOf(body.finishedAt)]
    const latest = Date.now() + CLOCK_LEEWAY_MS
    if (started !== null && started > latest) fault(['startedAt'], 'is more than five minutes ahead of the clock of this server')
    if (finished !== null && finished > latest) fault(['finishedAt'], 'is more than five minutes ahead of the clock of this server')
    if (started !== null && finished !== null && started > finished) fault(['startedAt'], 'is after finishedAt')
  })
  .meta({ id: 'EvidenceRequest' })

/** One, or a batch of which all are recorded or none. */
export const evidenceBodies = z.union([
  evidenceBody,
  z.array(evidenceBody).min(1, 'must not be empty').max(MOST_IN_BATCH, `must be ${MOST_IN_BATCH} or fewer`),
])

export const revocationBody = z.strictObject({ reason: boundedText(10_000) }).meta({ id: 'RevocationRequest' })

export type EvidenceBody = z.infer<typeof evidenceBody>
export type EvidenceBodies = z.infer<typeof evidenceBodies>
export type RevocationBody = z.infer<typeof revocationBody>

function momentOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Date.parse(text)
}
