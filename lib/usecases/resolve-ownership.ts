import type { PathOwnership } from '#lib/model/ownership-report.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { describePath } from '#lib/rules/routing/describe-path.ts'
import { loadCurrentModel } from './current-model.ts'

/** Who owns a path by the repository's current model. */
export async function resolveOwnership(asked: {
  readonly repository: string | null
  readonly path: string
}): Promise<PathOwnership | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  return isRefusal(current) ? current : describePath(current.compiled, asked.path)
}
