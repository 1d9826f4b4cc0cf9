'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { AUDIT_ACTIONS } from '#lib/model/audit.ts'
import { AUDIT_ACTION_WORDING } from '#lib/wording/audit-action.ts'

const KEYS = { action: parseAsStringLiteral(AUDIT_ACTIONS), cursor: parseAsString, entry: parseAsString }

/** Narrows the chain to one kind of entry, on the server; the address keeps it. */
export function ActionFilter() {
  const [isPending, startTransition] = useTransition()
  const [{ action }, setState] = useQueryStates(KEYS, { history: 'replace', shallow: false, startTransition })
  return (
    <label className="flex items-center gap-2 text-dense text-muted">
      What was done
      <select
        value={action ?? ''}
        aria-busy={isPending}
        onChange={(event) => {
          const chosen = AUDIT_ACTIONS.find((each) => each === event.target.value) ?? null
          void setState({ action: chosen, cursor: null, entry: null })
        }}
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
