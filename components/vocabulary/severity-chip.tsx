import { OctagonX, TriangleAlert } from 'lucide-react'
import { Chip } from '#components/ui/chip.tsx'
import type { Severity } from '#lib/model/diagnostic.ts'
import { SEVERITY_WORDING } from '#lib/wording/severity.ts'

/** How grave a diagnostic is: shape, word and colour. */
export function SeverityChip({ severity }: { severity: Severity }) {
  const { label, meaning, next } = SEVERITY_WORDING[severity]
  return (
    <Chip
      tone={severity === 'error' ? 'danger' : 'caution'}
      icon={severity === 'error' ? OctagonX : TriangleAlert}
      title={`${meaning} ${next}`}
    >
      {label}
    </Chip>
  )
}
