import { Ban, CircleSlash, Clock, Hourglass, type LucideIcon, ShieldCheck, Undo2 } from 'lucide-react'
import { Chip, type ChipTone } from '#components/ui/chip.tsx'
import type { ExceptionState } from '#lib/model/exception.ts'
import { EXCEPTION_STATE_WORDING } from '#lib/wording/exception-state.ts'

/** None of them is good: an approved exception is owed, not passed. */
const LOOKS: Readonly<Record<ExceptionState, { readonly icon: LucideIcon; readonly tone: ChipTone }>> = {
  requested: { icon: Hourglass, tone: 'info' },
  approved: { icon: ShieldCheck, tone: 'caution' },
  rejected: { icon: Ban, tone: 'danger' },
  withdrawn: { icon: Undo2, tone: 'neutral' },
  revoked: { icon: CircleSlash, tone: 'danger' },
  expired: { icon: Clock, tone: 'danger' },
}

/** What has become of a request: shape, word and colour. */
export function StateChip({ state }: { state: ExceptionState }) {
  const { icon, tone } = LOOKS[state]
  const { label, meaning } = EXCEPTION_STATE_WORDING[state]
  return (
    <Chip icon={icon} tone={tone} title={meaning}>
      {label}
    </Chip>
  )
}
