import { CircleAlert, Info, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type CalloutTone = 'info' | 'caution' | 'danger' | 'unowned'

const TONES: Readonly<Record<CalloutTone, { icon: LucideIcon; mark: string; frame: string }>> = {
  info: { icon: Info, mark: 'text-info-solid', frame: 'border-l-info-solid' },
  caution: { icon: TriangleAlert, mark: 'text-caution-solid', frame: 'border-l-caution-solid' },
  danger: { icon: OctagonX, mark: 'text-danger-solid', frame: 'border-l-danger-solid' },
  unowned: { icon: CircleAlert, mark: 'text-unowned-solid', frame: 'border-l-unowned-solid' },
}

/** Something that must be seen before the rest: what it is, what follows, what to do. */
export function Callout({
  tone,
  title,
  level = 2,
  className,
  children,
}: {
  tone: CalloutTone
  title: ReactNode
  level?: 2 | 3
  className?: string
  children?: ReactNode
}) {
  const { icon: Icon, mark, frame } = TONES[tone]
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div
      data-callout=""
      className={classNames('flex gap-3 rounded-card border border-border border-l-4 bg-page p-3.5 pl-3', frame, className)}
    >
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-4 shrink-0', mark)} strokeWidth={2.25} />
      <div className="min-w-0 flex-1 space-y-2">
        <Heading className="font-semibold text-body">{title}</Heading>
        {children}
      </div>
    </div>
  )
}
