import type { AuditValue } from '#lib/model/audit.ts'
import type { Content } from '#lib/model/content.ts'
import type { Writer } from '#lib/model/token-scope.ts'
import type { FieldFault } from './field-fault.ts'

/** A run of a CI service, as a report names it. */
interface NamedRun {
  readonly provider: string
  readonly id: string
  readonly attempt: number
}

/**
 * What a CI job says without having proven it: it speaks only for the commit that its identity token names, as the run and the attempt that
 * the token names. Content without a commit is not proven to be of it. A token that was handed out proves nothing and may say anything.
 */
export function whyNotSpoken(
  { ci }: Pick<Writer, 'ci'>,
  { content, run = null }: { readonly content: Content; readonly run?: NamedRun | null | undefined },
  path: (field: string) => string = (field) => field,
): readonly FieldFault[] {
  if (ci === undefined) return []
  const fault = (field: string, message: string): FieldFault => ({ code: 'content-mismatch', path: path(field), message })
  return [
    ...(ci.commit === null || content.gitCommit === ci.commit
      ? []
      : [fault('content.gitCommit', `must be ${ci.commit}, the commit that this job runs on`)]),
    ...(run === null || ci.run === null ? [] : whyNotRun(run, ci.run, fault)),
  ]
}

function whyNotRun(
  named: NamedRun,
  proven: NonNullable<NonNullable<Writer['ci']>['run']>,
  fault: (field: string, message: string) => FieldFault,
): readonly FieldFault[] {
  const isOfRun = named.id === proven.id || (proven.provider === 'gitlab' && named.id.startsWith(`${proven.id}/`))
  return [
    ...(named.provider === proven.provider ? [] : [fault('ci.provider', `must be ${proven.provider}, where this job runs`)]),
    ...(isOfRun ? [] : [fault('ci.id', `must be ${proven.id}, the run of this job`)]),
    ...(proven.attempt === null || named.attempt === proven.attempt
      ? []
      : [fault('ci.attempt', `must be ${proven.attempt}, the attempt of this job`)]),
  ]
}

/** For the details of an audit entry: what the identity token said of the job, as far as it is kept; nothing for other writers. */
export function provenClaims({ ci }: Pick<Writer, 'ci'>): { readonly ci?: AuditValue } {
  return ci === undefined ? {} : { ci: ci.claims }
}
