import type { Change } from '#lib/model/change.ts'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { equalRankConflicts } from '../ownership/equal-rank-conflicts.ts'
import type { ClassifiedFile } from './classify-file.ts'
import type { RoutingContext } from './routing-context.ts'

/** What a person should know about this change beside its gates: conflicts and claims it meets, a profile that does not fit it. */
export function diagnoseChange(context: RoutingContext, change: Change, classified: readonly ClassifiedFile[]): Diagnostic[] {
  const said = new Set(context.compiled.model.diagnostics.map(sameWarning))
  const found: Diagnostic[] = [
    ...emptyChange(change),
    ...profileDoesNotFit(context, change, classified),
    ...classified.flatMap(({ file }) => equalRankConflicts(file.path, file.owners)),
    ...classified.flatMap(({ file, unownedClaims }) =>
      unownedClaims.map(
        (claim): Diagnostic => ({
          file: claim.file,
          line: claim.line,
          column: 1,
          code: 'lane-path-not-owned',
          severity: 'warning',
          message: `The lane of ${claim.domain} claims ${claim.pattern}, but no map gives ${file.path} to ${claim.domain}.`,
          hint: `Add a row for ${claim.domain} to an ownership map, or take the path out of the lane.`,
        }),
      ),
    ),
  ]
  return found.filter((each) => !said.has(sameWarning(each)) && said.add(sameWarning(each)))
}

// An empty list is what a failed command leaves behind; taking it for "nothing affected" would run nothing.
function emptyChange({ files }: Change): Diagnostic[] {
  if (files.length > 0) return []
  return [
    {
      file: 'change',
      line: 1,
      column: 1,
      code: 'change-empty',
      severity: 'error',
      message: 'The change lists no file at all.',
      hint: 'Check the command that lists the files: an empty list is never taken for "nothing affected".',
    },
  ]
}

function profileDoesNotFit(context: RoutingContext, change: Change, classified: readonly ClassifiedFile[]): Diagnostic[] {
  const profile = context.compiled.model.profiles.find((each) => each.id === change.profile)
  const governance = classified.some(({ file }) => file.classes.includes('cicd'))
  if (profile === undefined || !governance || profile.kind === 'validation-only' || profile.mode === 'advisory') return []
  return [
    {
      file: profile.file,
      line: profile.line,
      column: 1,
      code: 'profile-not-validation-only',
      severity: 'warning',
      message: `The change can alter what is checked, and the profile ${profile.id} releases it.`,
      hint: 'Run it by a validation-only profile or a dry run first.',
    },
  ]
}

function sameWarning({ file, line, code }: Diagnostic): string {
  return `${file}:${line}:${code}`
}
