import { CommandFault } from '#cli/command-fault.ts'
import { readChangedFiles } from '#cli/git/changed-files.ts'
import { type GitObjects, openGitObjects } from '#cli/git/git-objects.ts'
import { findMergeBases, type RangeEnds } from '#cli/git/merge-bases.ts'
import { gitPlaceFor, locateRepository } from '#cli/git/repository.ts'
import { refuseHostileRevision, resolveCommit } from '#cli/git/revision.ts'
import type { Terminal } from '#cli/terminal.ts'
import type { Change } from '#lib/model/change.ts'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { noteSubfolder } from './note-subfolder.ts'
import type { PlanRequest } from './plan-request.ts'
import { requireProfile } from './require-profile.ts'

type RangeRequest = Extract<PlanRequest, { kind: 'range' }>

/**
 * The plan for a range of commits: what changed since the merge base, under the model of the merge base. The model that the change
 * itself brings decides nothing; when the change touches it, the plan says what it would alter.
 */
export async function planRange(request: RangeRequest, terminal: Terminal): Promise<GatePlan> {
  refuseHostileRevision('--base', request.base)
  refuseHostileRevision('--head', request.head)
  const place = gitPlaceFor(request.wish)
  const objects = openGitObjects(place)
  try {
    return await planWith(objects, request, terminal)
  } finally {
    objects.close()
  }
}

async function planWith(objects: GitObjects, request: RangeRequest, terminal: Terminal): Promise<GatePlan> {
  // Nothing here waits for what it does not need: git works while the rules are loaded.
  const located = locateRepository(request.wish)
  const shallow = async () => (await located).shallow
  const commits = Promise.all([
    resolveCommit(objects, '--base', request.base, shallow),
    resolveCommit(objects, '--head', request.head, shallow),
  ])
  commits.catch(() => {})
  const { git, ...repository } = await located
  if (git === null) {
    throw new CommandFault(
      'not-a-repository',
      `${repository.root} is in no git repository.`,
      'Give --repo a clone, or list the paths with --files-from.',
    )
  }
  noteSubfolder(repository, terminal)
  const [base, head] = await commits
  const ends: RangeEnds = { base: { revision: request.base, commit: base }, head: { revision: request.head, commit: head } }
  const ancestors = findMergeBases(git, ends, repository.shallow)
  ancestors.catch(() => {})
  const { compileAt, isDeclared, proposedModel, planChange } = await import('./model-at-commit.ts')
  const mergeBases = await ancestors
  const [changed, atBase] = await Promise.all([
    readChangedFiles(git, mergeBases, head, repository.prefix),
    compileAt(objects, mergeBases[0], repository),
  ])
  const fromHead = !isDeclared(atBase)
  const compiled = fromHead ? await compileAt(objects, head, repository) : atBase
  requireProfile(compiled.model, request.profile)
  const change: Change = {
    base: mergeBases[0],
    head,
    profile: request.profile,
    files: changed.files,
    diagnostics: [...changed.diagnostics, ...(fromHead ? [modelFromHead(mergeBases[0])] : [])],
  }
  const plan = planChange(compiled, change)
  const proposed = fromHead
    ? null
    : await proposedModel({ compiled, change, plan, compileHead: () => compileAt(objects, head, repository) })
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
