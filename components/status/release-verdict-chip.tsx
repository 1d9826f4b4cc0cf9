import { CircleCheckBig, Clock, type LucideIcon, OctagonX, ShieldAlert } from 'lucide-react'
import { Chip, type ChipTone } from '#components/ui/chip.tsx'
import type { ReleaseVerdict } from '#lib/model/judgement.ts'
import { RELEASE_VERDICT_WORDING } from '#lib/wording/release-verdict.ts'

const LOOKS: Readonly<Record<ReleaseVerdict, { readonly icon: LucideIcon; readonly tone: ChipTone }>> = {
  go: { icon: CircleCheckBig, tone: 'good' },
  'go-with-exceptions': { icon: ShieldAlert, tone: 'caution' },
  'no-go': { icon: OctagonX, tone: 'danger' },
  waiting: { icon: Clock, tone: 'info' },
}

/** Whether a candidate may be released: shape, word and colour. */
export function ReleaseVerdictChip({ verdict, className }: { verdict: ReleaseVerdict; className?: string }) {
  const { icon, tone } = LOOKS[verdict]
  const { label, meaning } = RELEASE_VERDICT_WORDING[verdict]
  return (
    <Chip icon={icon} tone={tone} title={meaning} {...(className === undefined ? {} : { className })}>
      {label}
    </Chip>
  )
}
