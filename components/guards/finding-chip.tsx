import { CircleCheckBig, Clock, type LucideIcon, OctagonAlert, Scroll, TimerOff } from 'lucide-react'
import { Chip, type ChipTone } from '#components/ui/chip.tsx'
import type { GuardFindingState } from '#lib/model/guard.ts'
import { FINDING_STATE_WORDING } from '#lib/wording/finding-state.ts'

const LOOKS: Readonly<Record<GuardFindingState, { readonly icon: LucideIcon; readonly tone: ChipTone }>> = {
  new: { icon: OctagonAlert, tone: 'danger' },
  'expired-debt': { icon: TimerOff, tone: 'unowned' },
  'allowed-debt': { icon: Clock, tone: 'caution' },
  legacy: { icon: Scroll, tone: 'quiet' },
  resolved: { icon: CircleCheckBig, tone: 'neutral' },
}

/** How a finding stands: shape, word and colour. */
export function FindingChip({ state, amount }: { state: GuardFindingState; amount?: string }) {
  const { icon, tone } = LOOKS[state]
  const { label, meaning } = FINDING_STATE_WORDING[state]
  return (
    <Chip icon={icon} tone={tone} title={meaning}>
      {amount === undefined ? label : `${amount} ${label.toLowerCase()}`}
    </Chip>
  )
}
