'use client'

import { Download } from 'lucide-react'
import { parseAsString, useQueryState } from 'nuqs'
import { useCallback } from 'react'
import { Button } from '#components/ui/button.tsx'
import { saveText } from '#components/ui/save-text.ts'
import type { RegisterLine, RegisterView } from '#lib/model/register-line.ts'
import { count } from '#lib/wording/count.ts'
import type { RegisterPlace } from '#lib/wording/href.ts'
import { registerCsv } from '#lib/wording/register-csv.ts'
import { LineDrawer } from './line-drawer.tsx'
import { RegisterTable } from './register-table.tsx'

/** A page of the register with the line that is open; the address keeps which. */
export function RegisterLines({
  lines,
  of,
  judgedAt,
  now,
}: {
  lines: readonly RegisterLine[]
  of: RegisterPlace & { readonly view: RegisterView }
  judgedAt: string
  now: number
}) {
  const [open, setOpen] = useQueryState('line', parseAsString.withOptions({ history: 'push', scroll: false }))
  const at = lines.findIndex(({ id }) => id === open)
  const openLine = useCallback((id: string) => void setOpen(id), [setOpen])
  const stepTo = useCallback((id: string) => void setOpen(id, { history: 'replace' }), [setOpen])
  const close = useCallback(() => void setOpen(null, { history: 'replace' }), [setOpen])
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-dense text-muted">{count(lines.length, 'line')} on this page</p>
        <Button onClick={() => saveText(registerCsv(lines, judgedAt), `register-${of.view}.csv`, 'text/csv')}>
          <Download aria-hidden="true" className="size-4" />
          Export CSV
        </Button>
      </div>
      <RegisterTable lines={lines} view={of.view} open={open} onOpen={openLine} now={now} />
      <LineDrawer
        line={lines[at] ?? null}
        repository={of.repository ?? null}
        before={at < 0 ? null : (lines[at - 1]?.id ?? null)}
        after={at < 0 ? null : (lines[at + 1]?.id ?? null)}
        onStep={stepTo}
        onClose={close}
        now={now}
      />
    </>
  )
}
