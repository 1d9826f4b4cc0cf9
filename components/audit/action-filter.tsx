'use client'

import { useAddress } from '#components/ui/use-address.ts'
import { AUDIT_ACTIONS } from '#lib/model/audit.ts'
import { AUDIT_ACTION_WORDING } from '#lib/wording/audit-action.ts'

/** Narrows the chain to one kind of entry, on the server; the address keeps it. */
export function ActionFilter() {
  const { values, set, isPending } = useAddress(['action', 'cursor', 'entry'], { history: 'replace', asks: true })
  return (
    <label className="flex items-center gap-2 text-dense text-muted">
      What was done
      <select
        value={AUDIT_ACTIONS.find((each) => each === values.action) ?? ''}
        aria-busy={isPending}
        onChange={(event) => set({ action: event.target.value || null, cursor: null, entry: null })}
        className="control h-8 px-2 text-dense text-text"
      >
        <option value="">anything</option>
        {AUDIT_ACTIONS.map((each) => (
          <option key={each} value={each}>
            {AUDIT_ACTION_WORDING[each].label}
          </option>
        ))}
      </select>
    </label>
  )
}
