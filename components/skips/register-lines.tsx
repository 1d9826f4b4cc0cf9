'use client'

import { Download } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { saveText } from '#components/ui/save-text.ts'
import { useAddress } from '#components/ui/use-address.ts'
import type { RegisterLine, RegisterView } from '#lib/model/register-line.ts'
import { count } from '#lib/wording/count.ts'
import type { RegisterPlace } from '#lib/wording/href.ts'
import { registerCsv } from './load-register-csv.ts'
import { RegisterTable } from './register-table.tsx'

const loadDrawer = () => import('./line-drawer.tsx').then((file) => file.LineDrawer)
const LineDrawer = lazily(loadDrawer)

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
  const { values, set } = useAddress(['line'], { history: 'push' })
  const open = values.line
  const [wasOpen, setWasOpen] = useState(open !== null)
  if (open !== null && !wasOpen) setWasOpen(true)
  const at = lines.findIndex(({ id }) => id === open)
  const openLine = useCallback((line: string) => set({ line }), [set])
  const stepTo = useCallback((line: string) => set({ line }, 'replace'), [set])
  const close = useCallback(() => set({ line: null }, 'replace'), [set])
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-dense text-muted">{count(lines.length, 'line')} on this page</p>
        <Button onClick={() => saveText(registerCsv(lines, judgedAt), `register-${of.view}.csv`, 'text/csv')}>
          <Download aria-hidden="true" className="size-4" />
          Export CSV
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; what a press will need is fetched before it */}
      <div onPointerEnter={loadDrawer} onFocus={loadDrawer}>
        <RegisterTable lines={lines} view={of.view} open={open} onOpen={openLine} now={now} />
      </div>
      {wasOpen ? (
        <LineDrawer
          line={lines[at] ?? null}
          repository={of.repository ?? null}
          before={at < 0 ? null : (lines[at - 1]?.id ?? null)}
          after={at < 0 ? null : (lines[at + 1]?.id ?? null)}
          onStep={stepTo}
          onClose={close}
          now={now}
        />
      ) : null}
    </>
  )
}
