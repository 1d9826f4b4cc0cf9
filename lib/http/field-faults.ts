import type { z } from 'zod'
import type { FieldFault } from './problem.ts'

/** More than this many at once help nobody. */
const MOST_FAULTS = 50

type Issue = z.core.$ZodIssue

/** What is wrong with a value, field by field: `files.3.path`. A key that is not known is named itself. */
export function fieldFaults(error: z.ZodError): readonly FieldFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, [])).slice(0, MOST_FAULTS)
}

/** The first few faults in one sentence; `whole` names the value itself. */
export function faultsText(faults: readonly FieldFault[], whole: string): string {
  const shown = faults.slice(0, 5).map(({ path, message }) => `${path || whole}: ${message}`)
  return faults.length > shown.length ? `${shown.join('; ')}; and ${faults.length - shown.length} more` : shown.join('; ')
}

function faultsOf(issue: Issue, parent: readonly PropertyKey[]): FieldFault[] {
  const path = [...parent, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: pathText([...path, key]), message: 'is not known here' }))
  if (issue.code === 'invalid_union') {
    const branch = nearestBranch(issue.errors)
    if (branch !== null) return branch.flatMap((each) => faultsOf(each, path))
  }
  // What is not there cannot have the wrong type.
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
  return [{ path: pathText(path), message: isMissing ? 'is missing' : issue.message }]
}

/** Of the alternatives, the one that was meant: whose fault lies within the value, not in its being something else altogether. */
function nearestBranch(branches: readonly Issue[][]): readonly Issue[] | null {
  return (
    branches.find((issues) => issues.length > 0 && issues.every((issue) => issue.path.length > 0 || issue.code !== 'invalid_type')) ?? null
  )
}

/** The names in a path come from the request, so they are cut; it is JSON that carries them, which escapes what cannot be seen. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => String(part)).join('.')
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
