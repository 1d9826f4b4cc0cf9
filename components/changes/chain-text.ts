import type { Place } from '#lib/model/place.ts'
import type { GateChain, GateView } from './gate-view.ts'

/** Why a gate is required, as indented text for a message or a ticket. */
export function chainText(gate: GateView, paths: readonly string[]): string {
  const head = `${gate.title} (${gate.id}, ${gate.layer})`
  return [head, ...gate.chains.map((chain) => nested(stepsOf(chain, paths)))].join('\n')
}

function stepsOf(chain: GateChain, paths: readonly string[]): string[] {
  const [first, ...others] = chain.files.flatMap((position) => paths[position] ?? [])
  return [
    first === undefined ? 'every change' : others.length === 0 ? first : `${first} and ${others.length} more`,
    ...(chain.owner === null ? [] : [`${placeText(chain.owner)} ${chain.owner.pattern} → ${chain.owner.domain}`]),
    `${chain.rule}: ${chain.text}`,
    ...(chain.declared === null ? [] : [`declared in ${placeText(chain.declared)}`]),
  ]
}

function nested(steps: readonly string[]): string {
  return steps.map((step, depth) => (depth === 0 ? `  ${step}` : `${'  '.repeat(depth + 1)}└ ${step}`)).join('\n')
}

function placeText({ file, line }: Place): string {
  return `${file}:${line}`
}
