'use client'

import { useId, useState } from 'react'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { proposedTable } from './proposed-table.ts'

/** The row to add to a map, for the domain that is chosen. */
export function ProposedRow({ patterns, domains }: { patterns: readonly string[]; domains: readonly string[] }) {
  const [domain, setDomain] = useState('')
  const id = useId()
  return (
    <div className="space-y-2">
      {domains.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2 text-dense">
          <label htmlFor={id}>Domain</label>
          <select
            id={id}
            value={domain}
            onChange={(event) => setDomain(event.target.value)}
            className="control h-7 max-w-full px-1.5 text-dense"
          >
            <option value="">choose one</option>
            {domains.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </div>
      ) : null}
      <CodeBlock text={proposedTable(patterns, domain || 'your-domain')} label="Copy the row" />
    </div>
  )
}
