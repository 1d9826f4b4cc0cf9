'use client'

import { X } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { asRoute } from './as-route.ts'
import { VisibleText } from './visible-text.tsx'

/** A parameter of the address that could not be used, and why. */
export interface InvalidParameter {
  readonly name: string
  readonly value: string
  readonly because: string
}

/** Says what of the address was not used; each can be taken out of it. */
export function InvalidParameters({ parameters }: { parameters: readonly InvalidParameter[] }) {
  const router = useRouter()
  const pathname = usePathname()
  const search = useSearchParams()
  // The address follows a moment later; what was taken out meanwhile stays out.
  const [removed, setRemoved] = useState<readonly string[]>([])
  const shown = parameters.filter(({ name, value }) => search.get(name) === value && !removed.includes(name))
  if (shown.length === 0) return null

  function remove(name: string) {
    const gone = [...removed, name]
    setRemoved(gone)
    const rest = new URLSearchParams(search)
    for (const each of gone) rest.delete(each)
    router.replace(asRoute(rest.size === 0 ? pathname : `${pathname}?${rest}`), { scroll: false })
  }

  return (
    <ul aria-label="Parts of the address that were not used" className="mb-3 flex flex-wrap gap-2">
      {shown.map(({ name, value, because }) => (
        <li
          key={name}
          data-chip=""
          className="inline-flex max-w-full items-center gap-1 rounded-control bg-caution-bg py-0.5 pr-0.5 pl-2 text-caution-fg text-dense"
        >
          <span className="min-w-0">
            <VisibleText text={name} limit={30} className="font-mono" />=<VisibleText text={value} limit={60} className="font-mono" />:{' '}
            {because}
          </span>
          <button
            type="button"
            onClick={() => remove(name)}
            aria-label={`Take ${name} out of the address`}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-mark hover:bg-caution-fg hover:text-caution-bg"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  )
}
