import { classNames } from '#components/ui/class-names.ts'
import { resultLook, type ShownResult } from '#lib/wording/evidence-look.ts'
import { StatusShape } from './status-shape.tsx'
import { STATUS_TINT } from './status-tint.ts'

/** What a producer reported, by shape, word and colour. It is no status: what it counts for is judged. */
export function ResultChip({ evidence }: { evidence: ShownResult }) {
  const { shape, label, meaning } = resultLook(evidence)
  return (
    <span
      data-chip=""
      title={meaning}
      className={classNames(
        'inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-mark py-0.5 pr-2 pl-1 font-medium text-dense',
        STATUS_TINT[shape],
      )}
    >
      <StatusShape status={shape} />
      <span className="min-w-0">{label}</span>
    </span>
  )
}
