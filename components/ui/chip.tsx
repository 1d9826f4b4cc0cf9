import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type ChipTone = 'neutral' | 'quiet' | 'good' | 'info' | 'caution' | 'danger' | 'unowned'

const TONES: Readonly<Record<ChipTone, string>> = {
  neutral: 'bg-neutral-bg text-neutral-fg',
  quiet: 'bg-quiet-bg text-quiet-fg',
  good: 'bg-good-bg text-good-fg',
  info: 'bg-info-bg text-info-fg',
  caution: 'bg-caution-bg text-caution-fg',
  danger: 'bg-danger-bg text-danger-fg',
  unowned: 'bg-unowned-bg text-unowned-fg',
}

/** One word or value in a tinted box. The word carries the meaning; the colour only repeats it. */
export function Chip({
  tone = 'neutral',
  icon: Icon,
  title,
  className,
  children,
}: {
  tone?: ChipTone
  icon?: LucideIcon
  title?: string | undefined
  className?: string
  children: ReactNode
}) {
  return (
    <span
      data-chip=""
      title={title}
      className={classNames(
        'inline-flex max-w-full items-center whitespace-nowrap gap-1 rounded-mark px-1.5 py-0.5 font-medium text-meta',
        TONES[tone],
        className,
      )}
    >
      {Icon ? <Icon aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={2} /> : null}
      <span className="min-w-0">{children}</span>
    </span>
  )
}
