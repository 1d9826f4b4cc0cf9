import type { z } from 'zod'
import { faultsText, fieldFaults } from './field-faults.ts'
import type { Problem } from './problem.ts'

/** Reads the query by a strict schema: a parameter that is unknown, given twice or wrong is refused by name. */
export function readQuery<Query>(request: Request, schema: z.ZodType<Query>): { readonly query: Query } | { readonly problem: Problem } {
  const given = Object.create(null) as Record<string, string>
  for (const [name, value] of new URL(request.url).searchParams) {
    if (name in given) return { problem: parameterFault('invalid-parameter', [{ path: name.slice(0, 100), message: 'is given twice' }]) }
    given[name] = value
  }
  const parsed = schema.safeParse({ ...given })
  if (parsed.success) return { query: parsed.data }
  const isUnknown = parsed.error.issues.some((issue) => issue.code === 'unrecognized_keys')
  return { problem: parameterFault(isUnknown ? 'unknown-parameter' : 'invalid-parameter', fieldFaults(parsed.error)) }
}

function parameterFault(code: 'invalid-parameter' | 'unknown-parameter', errors: NonNullable<Problem['errors']>): Problem {
  return { code, detail: faultsText(errors, 'query'), errors }
}
