import type { DebtLine } from '#lib/model/debt.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { type DebtFilter, pageOfDebt } from '#lib/store/debt.ts'
import { loadCurrentModel } from './current-model.ts'
import { type List, type ListAsked, listPage } from './list-page.ts'
import { sweepPastDue } from './sweep-past-due.ts'

export interface DebtAsked extends ListAsked, DebtFilter {}

export type DebtDocument = Omit<DebtLine, 'openedAt' | 'closedAt'> & { readonly openedAt: string; readonly closedAt: string | null }

/** The ledger of release debt, newest line first. A run whose deadline is past is closed first, so that what it hid is in the ledger. */
export async function listDebt(asked: DebtAsked): Promise<List<DebtDocument> | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  await sweepPastDue(current)
  const list = await listPage(asked, (session, { id }, page) => pageOfDebt(session, id, asked, page))
  return isRefusal(list) ? list : { ...list, items: list.items.map(debtDocument) }
}

/** A line of the ledger as it is answered. */
export function debtDocument(line: DebtLine): DebtDocument {
  return { ...line, openedAt: line.openedAt.toISOString(), closedAt: line.closedAt?.toISOString() ?? null }
}
