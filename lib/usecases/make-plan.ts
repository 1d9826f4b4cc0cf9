import { randomUUID } from 'node:crypto'
import { parseUnifiedDiff } from '#lib/formats/unified-diff.ts'
import { type Change, type ChangedFile, MOST_CHANGED_FILES } from '#lib/model/change.ts'
import type { CiProof } from '#lib/model/ci-rule.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'
import { packText } from '#lib/store/packed-text.ts'
import { keepPlan } from '#lib/store/plans.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { loadCurrentModel } from './current-model.ts'
import { type FieldFault, refuseFaults } from './field-fault.ts'
import { findProfile } from './find-profile.ts'
import { inTurn } from './in-turn.ts'
import { listedFiles } from './listed-files.ts'
import { recordAudit } from './record-audit.ts'

export interface PlanToMake {
  readonly repository: string | null
  /** The change: a list of paths or files, or a unified diff. */
  readonly change: { readonly files: readonly (string | ChangedFile)[] } | { readonly diff: string }
  readonly profile: string | null
  readonly base: string | null
  readonly head: string | null
  readonly askedBy: string
  /** The CI job that asks; null for anybody else. */
  readonly job?: CiProof | null
  readonly retry: RetryKey | null
}

/**
 * Plans a change by the repository's current model and keeps the plan. Answers the plan with its id as JSON, byte for byte what
 * `readPlan` answers from then on.
 */
export async function makePlan(asked: PlanToMake): Promise<KeptDocument | Refusal> {
  const make = () => answerOnce(asked.retry, () => decidePlan(asked))
  return isLarge(asked) ? inTurn(make) : make()
}

async function decidePlan(asked: PlanToMake): Promise<Keep | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const refusal = refuseFaults(whyNotHead(asked))
  if (refusal !== null) return refusal
  const profile = asked.profile === null ? null : findProfile(current.compiled.model, asked.profile)
  if (profile !== null && isRefusal(profile)) return profile
  const change = readChange(asked)
  if (isRefusal(change)) return change
  const plan = planChange(current.forPlans, change)
  const id = randomUUID()
  const document = JSON.stringify({ id, ...plan })
  const packed = await packText(document)
  const [repositoryId, modelSequence] = [current.repository.id, current.version.sequence]
  const record = { action: 'plan.made' as const, actor: asked.askedBy, repository: current.repository.name, subject: id }
  const details = { base: plan.base, head: plan.head, modelDigest: plan.modelDigest, profile: plan.profile, gates: plan.gates.length }
  return async (session) => {
    await recordAudit(session, { ...record, details })
    await keepPlan(session, { id, repositoryId, modelSequence, plan, document: packed, askedBy: asked.askedBy })
    return { document, packed, replayed: false, id }
  }
}

/** The plan of a commit says what is asked of it: a job makes only that of the commit it runs on. */
function whyNotHead({ head, job = null }: PlanToMake): readonly FieldFault[] {
  if (job === null || job.commit === null || head === null || head === job.commit) return []
  return [{ code: 'content-mismatch', path: 'head', message: `must be ${job.commit}, the commit that this job runs on` }]
}

/** From about here on a plan takes noticeable time: its document grows with files times gates. */
function isLarge({ change }: PlanToMake): boolean {
  return 'diff' in change ? change.diff.length > 200_000 : change.files.length > 500
}

/** A list that could only be read in part is planned, with broad gates; a diff that is none at all is refused. */
function readChange({ change, base, head, profile }: PlanToMake): Change | Refusal {
  const read = 'diff' in change ? parseUnifiedDiff(change.diff) : listedFiles(change.files)
  const [fault] = read.diagnostics
  if (read.files.length === 0 && fault !== undefined) {
    const message = `line ${fault.line}: ${fault.message} ${fault.hint}`
    return {
      refused: 'invalid-diff',
      detail: `The diff cannot be read. ${fault.message} ${fault.hint}`,
      errors: [{ path: 'diff', message }],
    }
  }
  if (read.files.length > MOST_CHANGED_FILES) {
    const message = `names ${read.files.length} paths; a plan may have ${MOST_CHANGED_FILES}`
    return { refused: 'invalid-diff', detail: `The change ${message}.`, errors: [{ path: 'diff' in change ? 'diff' : 'files', message }] }
  }
  return { base, head, profile, ...read }
}
