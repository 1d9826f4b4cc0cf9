import type { DomainOwnership } from '#lib/model/domain-ownership.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { domainOwnership } from '#lib/rules/board/domain-ownership.ts'
import { loadCurrentModel } from './current-model.ts'
import { unknownDomain } from './unknown-domain.ts'

/** What the maps give a domain and what its lane claims, with the lines that say so. */
export async function readDomainOwnership(asked: {
  readonly repository: string | null
  readonly domain: string
}): Promise<DomainOwnership | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  const { model } = current.compiled
  if (!model.lanes.some(({ domainId }) => domainId === asked.domain)) return unknownDomain(model, asked.domain)
  return domainOwnership(model, asked.domain)
}
