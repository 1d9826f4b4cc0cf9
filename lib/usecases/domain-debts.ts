import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { type DebtDocument, listDebt } from './list-debt.ts'
import { listSkips, type SkipDocument } from './list-skips.ts'

/** What a domain owes and has repaid, and what was declared to be left out of it: the newest of each. */
export interface DomainDebts {
  readonly owed: readonly DebtDocument[]
  readonly repaid: readonly DebtDocument[]
  readonly skips: readonly SkipDocument[]
  /** Whether there are older ones than these. */
  readonly hasMore: { readonly owed: boolean; readonly repaid: boolean; readonly skips: boolean }
}

const MOST_OWED = 50
const MOST_OTHERS = 20

/** The newest lines of a domain's debt, and the skips of these gates. Lapsed runs are closed first, so that what they hid is owed. */
export async function domainDebts(asked: {
  readonly repository: string | null
  readonly domain: string
  readonly gates: readonly string[]
}): Promise<DomainDebts | Refusal> {
  const { repository, domain, gates } = asked
  const ledger = { repository, domain, kinds: null, cursor: null }
  const owed = await listDebt({ ...ledger, state: 'open', limit: MOST_OWED })
  if (isRefusal(owed)) return owed
  const repaid = await listDebt({ ...ledger, state: 'closed', limit: MOST_OTHERS })
  if (isRefusal(repaid)) return repaid
  const skips = await listSkips({ repository, gates, limit: MOST_OTHERS, cursor: null })
  if (isRefusal(skips)) return skips
  return {
    owed: owed.items,
    repaid: repaid.items,
    skips: skips.items,
    hasMore: { owed: owed.next !== null, repaid: repaid.next !== null, skips: skips.next !== null },
  }
}
