import type { ReactNode } from 'react'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { ClassChip } from '#components/vocabulary/class-chip.tsx'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'

/** The plan in one strip: gates by layer, classes and domains. */
export function PlanSummary({ plan }: { plan: GatePlan }) {
  return (
    <dl className="grid overflow-hidden rounded-card border border-border sm:grid-cols-2 xl:grid-cols-[auto_minmax(0,3fr)_minmax(0,2fr)]">
      <Part name="Gates by layer" className="sm:col-span-2 xl:col-span-1">
        <span className="flex flex-wrap gap-x-5 gap-y-1">
          {GATE_LAYERS.map((layer) => (
            <span key={layer} className="whitespace-nowrap">
              <span className="font-semibold text-section">{plan.gates.filter((gate) => gate.layer === layer).length}</span>{' '}
              <span className="text-dense text-muted">{GATE_LAYER_WORDING[layer].label}</span>
            </span>
          ))}
        </span>
      </Part>
      <Part name="Change classes">
        <span className="flex flex-wrap gap-1">
          {plan.classes.length === 0 ? (
            <span className="text-muted">none</span>
          ) : (
            plan.classes.map((each) => <ClassChip key={each} changeClass={each} />)
          )}
        </span>
      </Part>
      <Part name="Owning domains">
        {plan.domains.length === 0 ? (
          <span className="text-muted">none</span>
        ) : (
          <span className="flex flex-wrap gap-x-3 gap-y-0.5 text-dense">
            {plan.domains.map((domain) => (
              <VisibleText key={domain} text={domain} limit={63} />
            ))}
          </span>
        )}
      </Part>
    </dl>
  )
}

function Part({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <div className={`-mt-px -ml-px border-border border-t border-l px-4 py-2.5 ${className ?? ''}`}>
      <dt className="mb-1 text-meta text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
