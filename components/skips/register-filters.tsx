'use client'

import { Button } from '#components/ui/button.tsx'
import { useAddress } from '#components/ui/use-address.ts'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import type { RegisterView } from '#lib/model/register-line.ts'
import { DEBT_KIND_WORDING } from '#lib/wording/debt-kind.ts'

/** Narrows the register on the server; the address keeps it. A narrowed register begins at its first page. */
export function RegisterFilters({ domains, view }: { domains: readonly string[]; view: RegisterView }) {
  const { values, set, isPending } = useAddress(['kind', 'domain', 'cursor', 'line'], { history: 'replace', asks: true })
  const { domain } = values
  const kind = DEBT_KINDS.find((each) => each === values.kind) ?? null
  const narrow = (to: Parameters<typeof set>[0]) => set({ ...to, cursor: null, line: null })
  const isListed = domain === null || domain === 'global' || domains.includes(domain)
  return (
    <div aria-busy={isPending} className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-dense text-muted">
      {view === 'declared' ? null : (
        <label className="flex items-center gap-2">
          Kind
          <select
            value={kind ?? ''}
            onChange={(event) => narrow({ kind: event.target.value || null })}
            className="control h-8 px-2 text-dense text-text"
          >
            <option value="">any</option>
            {DEBT_KINDS.map((each) => (
              <option key={each} value={each}>
                {DEBT_KIND_WORDING[each].label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="flex items-center gap-2">
        Domain
        <select
          value={domain ?? ''}
          onChange={(event) => narrow({ domain: event.target.value || null })}
          className="control h-8 max-w-56 px-2 text-dense text-text"
        >
          <option value="">any</option>
          <option value="global">global gates</option>
          {isListed ? null : <option value={domain}>{domain}</option>}
          {domains.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      {kind === null && domain === null ? null : (
        <Button look="ghost" onClick={() => narrow({ kind: null, domain: null })}>
          Show all
        </Button>
      )}
    </div>
  )
}
