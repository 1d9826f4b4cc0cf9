import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'

/** What is said while nothing was heard of the server yet. */
export const CONNECTING = { word: 'Connecting', rest: null, meaning: 'The page is as new as its last answer.' } as const

/** How current the pages are: a word that always has room, the rest of it, and a sentence in the title. */
export function FreshnessLine({
  word,
  rest,
  meaning,
  icon: Icon,
  look,
  children,
}: {
  word: string
  rest: string | null
  meaning: string
  icon: LucideIcon
  look: string
  children?: ReactNode
}) {
  return (
    <div
      className={classNames('flex min-w-0 items-center gap-1.5 overflow-hidden whitespace-nowrap text-dense print:hidden', look)}
      title={meaning}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="max-w-28 truncate sm:max-w-none sm:shrink-0">{word}</span>
      {rest === null ? null : (
        <span data-clock="" className="hidden truncate lg:inline">
          · {rest}
        </span>
      )}
      {children}
    </div>
  )
}
