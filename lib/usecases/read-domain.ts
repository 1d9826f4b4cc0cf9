import type { DomainDetail } from '#lib/model/domain-summary.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { describeDomain } from '#lib/rules/board/describe-domain.ts'
import { loadCurrentModel } from './current-model.ts'
import { unknownDomain } from './unknown-domain.ts'

/** What a domain's lane and packet say. */
export async function readDomain(asked: { readonly repository: string | null; readonly domain: string }): Promise<DomainDetail | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { model } = current.compiled
  return describeDomain(model, asked.domain) ?? unknownDomain(model, asked.domain)
}
