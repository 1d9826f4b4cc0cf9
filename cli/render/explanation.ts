import type { GatePlan, GateReason } from '#lib/model/gate-plan.ts'
import type { GateExplanation } from '#lib/rules/routing/explain-gate.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import type { Style } from './style.ts'

/** Why a gate is required, as a tree of every chain (changed file, map row, rule, declaration), or the rule that left it out. */
export function renderExplanation(explanation: GateExplanation, plan: GatePlan, style: Style): string {
  const id = style.strong(visible(explanation.gate))
  if (!explanation.required) {
    return `${id}  ${style.strong('not required')}\n  left out because ${visible(explanation.because ?? 'no rule asks for it')}\n`
  }
  const gate = plan.gates.find((each) => each.id === explanation.gate)
  const about =
    gate === undefined
      ? ''
      : `  ${GATE_LAYER_WORDING[gate.layer].label}: ${visible(gate.title)}\n  ${gate.run === null ? 'nobody has said how to run it' : `run: ${visible(gate.run)}`}\n`
  return `${id}  ${style.strong('required')}\n${about}\n${count(explanation.reasons.length, 'chain')} brought it:\n${treeOf(explanation.reasons)}`
}

/** Chains from the same file stand together, and under it those through the same map row. */
function treeOf(reasons: readonly GateReason[]): string {
  const byFile = groupBy(reasons, (reason) => (reason.file === null ? 'every change' : visible(reason.file)))
  return [...byFile]
    .map(([file, ofFile]) => {
      const byRow = groupBy(ofFile, (reason) => (reason.map === null ? 'no map row' : `${visible(reason.map.file)}:${reason.map.line}`))
      const rows = [...byRow].map(([row, ofRow]) => {
        const rules = ofRow.map(ruleLines)
        return ofRow[0]?.file === null && ofRow[0].map === null ? rules.join('') : `    by ${row}\n${rules.join('')}`
      })
      return `\n  ${file}\n${rows.join('')}`
    })
    .join('')
}

function ruleLines({ rule, text, declared }: GateReason): string {
  const place = declared === null ? '' : `        declared in ${visible(declared.file)}:${declared.line}\n`
  return `      rule ${visible(rule)}: ${visible(text)}\n${place}`
}

function groupBy(reasons: readonly GateReason[], keyOf: (reason: GateReason) => string): Map<string, GateReason[]> {
  const groups = new Map<string, GateReason[]>()
  for (const reason of reasons) {
    const known = groups.get(keyOf(reason))
    if (known === undefined) groups.set(keyOf(reason), [reason])
    else known.push(reason)
  }
  return groups
}
