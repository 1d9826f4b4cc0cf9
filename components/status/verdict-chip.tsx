import { Ban, CircleCheckBig, CircleHelp, type LucideIcon } from 'lucide-react'
import { Chip, type ChipTone } from '#components/ui/chip.tsx'
import type { EligibilityVerdict } from '#lib/model/eligibility.ts'
import { ELIGIBILITY_VERDICT_WORDING } from '#lib/wording/eligibility-verdict.ts'

const LOOKS: Readonly<Record<EligibilityVerdict, { readonly icon: LucideIcon; readonly tone: ChipTone }>> = {
  eligible: { icon: CircleCheckBig, tone: 'good' },
  'not-eligible': { icon: Ban, tone: 'quiet' },
  unknown: { icon: CircleHelp, tone: 'caution' },
}

/** Whether a domain may be promoted on its own: shape, word and colour. */
export function VerdictChip({ verdict }: { verdict: EligibilityVerdict }) {
  const { icon, tone } = LOOKS[verdict]
  const { label, meaning } = ELIGIBILITY_VERDICT_WORDING[verdict]
  return (
    <Chip icon={icon} tone={tone} title={meaning}>
      {label}
    </Chip>
  )
}
