import type { DomainSummary } from '#lib/model/domain-summary.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { describeDomains } from '#lib/rules/board/describe-domain.ts'
import { loadCurrentModel } from './current-model.ts'

/** Every domain that a lane of the repository declares, in the order of the board. They are few enough to be answered whole. */
export async function listDomains(
  repository: string | null,
): Promise<{ readonly items: readonly DomainSummary[]; readonly next: null } | Refusal> {
  const current = await loadCurrentModel(repository)
  return isRefusal(current) ? current : { items: describeDomains(current.compiled.model), next: null }
}
