import { CircleCheckBig } from 'lucide-react'
import { StatusShape } from '#components/status/status-shape.tsx'
import { STATUS_TINT } from '#components/status/status-tint.ts'
import { Chip } from '#components/ui/chip.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { DebtKind } from '#lib/model/debt.ts'
import type { RegisterLine } from '#lib/model/register-line.ts'
import type { Status } from '#lib/model/status.ts'
import { DEBT_KIND_WORDING } from '#lib/wording/debt-kind.ts'
import { PRIOR_REFUSAL_WORDING } from '#lib/wording/prior-refusal.ts'

/** The status that each kind of debt gives a gate; it lends its shape. */
export const KIND_STATUS: Readonly<Record<DebtKind, Status>> = {
  'hidden-skip': 'missing',
  'refused-skip': 'blocked',
  partial: 'partial',
  'expired-exception': 'stale',
  'expired-debt': 'stale',
}

/** What a line is, by shape and words. A skip is a skip whether its proof holds or not. */
export function LineState({ line }: { line: Pick<RegisterLine, 'kind' | 'state' | 'refusal'> }) {
  const { kind, state, refusal } = line
  if (kind === null) {
    const refused = refusal !== null
    return (
      <Shaped
        status={refused ? 'blocked' : 'skipped'}
        text={refused ? `Skip refused · ${PRIOR_REFUSAL_WORDING[refusal].label.toLowerCase()}` : 'Skip accepted'}
        meaning={refused ? PRIOR_REFUSAL_WORDING[refusal].meaning : 'The profile allows it and its proof holds now.'}
      />
    )
  }
  const { label, meaning } = DEBT_KIND_WORDING[kind]
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Shaped status={KIND_STATUS[kind]} text={label} meaning={meaning} />
      {state === 'repaid' ? (
        <Chip icon={CircleCheckBig} title="Evidence has repaid it">
          Repaid
        </Chip>
      ) : null}
    </span>
  )
}

function Shaped({ status, text, meaning }: { status: Status; text: string; meaning: string }) {
  return (
    <span
      data-chip=""
      title={meaning}
      className={classNames(
        'inline-flex min-h-6 items-center gap-1.5 whitespace-nowrap rounded-mark py-0.5 pr-2 pl-1 font-medium text-dense',
        STATUS_TINT[status],
      )}
    >
      <StatusShape status={status} />
      {text}
    </span>
  )
}
