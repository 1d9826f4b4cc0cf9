import { readChangedFiles } from '#cli/git/changed-files.ts'
import type { CommitRange } from '#cli/git/commit-range.ts'
import type { Terminal } from '#cli/terminal.ts'
import type { Change } from '#lib/model/change.ts'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'
import { type CommitModels, commitModels } from './model-at-commit.ts'
import { noteSubfolder } from './note-subfolder.ts'
import { proposedModel } from './proposed-model.ts'
import { requireProfile } from './require-profile.ts'

/**
 * The plan for a range of commits: what changed since the merge base, under the model of the merge base. The model that the change
 * itself brings decides nothing; when the change touches it, the plan says what it would alter.
 */
export async function planRange(range: CommitRange, profile: string | null, terminal: Terminal): Promise<GatePlan> {
  noteSubfolder(range.repository, terminal)
  const models = commitModels(range, terminal)
  try {
    return await planWith(range, models, profile)
  } finally {
    models.close()
  }
}

async function planWith(
  { repository, git, head, mergeBases }: CommitRange,
  models: CommitModels,
  profile: string | null,
): Promise<GatePlan> {
  const [base] = mergeBases
  const [changed, atBase] = await Promise.all([readChangedFiles(git, mergeBases, head, repository.prefix), models.at(base)])
  const fromHead = atBase.model.files.length === 0
  const compiled = fromHead ? await models.at(head) : atBase
  requireProfile(compiled.model, profile)
  const diagnostics = [...changed.diagnostics, ...(fromHead ? [modelFromHead(base)] : [])]
  const change: Change = { base, head, profile, files: changed.files, diagnostics }
  const plan = planChange(compiled, change)
  const proposed = fromHead ? null : await proposedModel({ compiled, change, plan, readHead: () => models.at(head) })
  return proposed === null ? plan : { ...plan, proposed }
}

/** Whoever makes the change would otherwise choose the gates it must pass, unseen. */
function modelFromHead(base: string): Diagnostic {
  return {
    file: 'lanekeeper.yaml',
    line: 1,
    column: 1,
    code: 'model-from-head',
    severity: 'warning',
    message: `The base ${base} declares no operating model; this plan follows the one that the change itself brings.`,
    hint: 'Review the model as part of the change. Once it is merged, the base decides.',
  }
}
