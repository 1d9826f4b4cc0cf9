import { Chip } from '#components/ui/chip.tsx'
import type { ChangeClass } from '#lib/model/change-class.ts'
import { CHANGE_CLASS_WORDING } from '#lib/wording/change-class.ts'

/** A change class by its name; its meaning in the title. A file without an owner stands out. */
export function ClassChip({ changeClass }: { changeClass: ChangeClass }) {
  const { label, meaning } = CHANGE_CLASS_WORDING[changeClass]
  return (
    <Chip tone={changeClass === 'unmapped' ? 'unowned' : 'neutral'} title={meaning}>
      {label}
    </Chip>
  )
}
