import { Code } from '#components/ui/code.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { LayerIcon } from '#components/vocabulary/layer-icon.tsx'
import { count } from '#lib/wording/count.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { AlwaysChain } from './chain-steps.tsx'
import { chainText } from './chain-text.ts'
import { Chains } from './chains.tsx'
import { type ChangeOrigin, explainCommand } from './cli-command.ts'
import type { GateView } from './gate-view.ts'

/** One gate: what it is, how it is run, and every chain that makes it required. */
export function GatePane({ gate, plan, paths }: { gate: GateView; plan: ChangeOrigin; paths: readonly string[] }) {
  const { label, meaning } = GATE_LAYER_WORDING[gate.layer]
  const always = gate.chains.filter((chain) => chain.rule === 'always')
  const others = gate.chains.filter((chain) => chain.rule !== 'always')
  return (
    <div className="space-y-5">
      <header className="space-y-1.5">
        <h3 className="font-semibold text-section">
          <VisibleText text={gate.title} />
        </h3>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-dense text-muted">
          <span className="inline-flex items-center gap-1.5 font-medium text-text">
            <LayerIcon layer={gate.layer} />
            {label}
          </span>
          <span>{meaning}</span>
        </p>
        <p className="flex flex-wrap items-center gap-1 text-dense">
          <Code>
            <VisibleText text={gate.id} />
          </Code>
          <CopyButton text={gate.id} label="Copy gate id" />
        </p>
      </header>

      <section aria-label="How it runs">
        <h4 className="mb-1.5 font-medium text-dense text-muted">Runs</h4>
        {gate.run === null ? (
          <p className="text-dense">The repository names no command for this gate; whoever owns it knows how it runs.</p>
        ) : (
          <CodeBlock text={gate.run} label="Copy run command" />
        )}
      </section>

      <section aria-label="Why it is required" className="space-y-3">
        <h4 className="font-medium text-dense text-muted">Required because · {count(gate.reasons, 'reason')}</h4>
        {always.length > 0 ? <AlwaysChain chains={always} /> : null}
        <Chains chains={others} paths={paths} />
      </section>

      <div className="flex flex-wrap gap-2 border-border border-t pt-3">
        <CopyButton look="secondary" size="compact" text={() => chainText(gate, paths)} label="Copy as text">
          Copy as text
        </CopyButton>
        <CopyButton look="secondary" size="compact" text={() => explainCommand(plan, paths, gate.id)} label="Copy explain command">
          Copy explain command
        </CopyButton>
      </div>
    </div>
  )
}
