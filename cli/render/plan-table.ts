import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { GatePlan, GateReason, PlannedGate } from '#lib/model/gate-plan.ts'
import { count } from '#lib/wording/count.ts'
import { baseName, fitMiddle, visible } from '#lib/wording/fit-text.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { REVIEW_DOMAIN_WORDING } from '#lib/wording/review-domain.ts'
import { diagnosticLine } from './diagnostic-lines.ts'
import type { Style } from './style.ts'
import { wrap } from './wrap.ts'

export interface TableOptions {
  readonly style: Style
  readonly width: number
}

/** A plan for a person at a terminal: what nobody owns and who must look first, then every gate by layer with the first chain that brought it. */
export function renderPlanTable(plan: GatePlan, options: TableOptions): string {
  return [
    heading(plan, options),
    faults(plan, options),
    unmapped(plan, options),
    ...plan.reviews.map((review) => {
      const { label } = REVIEW_DOMAIN_WORDING[review.domain]
      return section(
        options.style.alarm(`${label.toUpperCase()} REQUIRED`),
        wrap(`because ${visible(review.because)}`, options.width, '  '),
        pathLines(review.files, 10),
      )
    }),
    proposed(plan, options),
    ...GATE_LAYERS.map((layer) => layerOf(plan, layer, options)),
    closing(plan, options),
  ].join('')
}

function heading(plan: GatePlan, { style, width }: TableOptions): string {
  const range = plan.head === null ? 'a list of paths' : `${plan.base?.slice(0, 12) ?? 'nothing'}..${plan.head.slice(0, 12)}`
  const profile = plan.profile === null ? 'no profile' : `profile ${visible(plan.profile)}`
  const first = `${style.strong(`${count(plan.gates.length, 'gate')} required`)} by ${count(plan.files.length, 'changed path')}, ${plan.notRequired.length} not`
  return [
    `${visible(plan.repository)}  ${range}  ${profile}\n`,
    `${first}\n`,
    plan.classes.length === 0 ? '' : wrap(`classes: ${plan.classes.join(', ')}`, width, ''),
    plan.domains.length === 0 ? '' : wrap(`domains: ${plan.domains.map(visible).join(', ')}`, width, ''),
  ].join('')
}

function faults(plan: GatePlan, { style }: TableOptions): string {
  const errors = plan.diagnostics.filter((each) => each.severity === 'error')
  if (errors.length === 0) return ''
  const title = `${count(errors.length, 'ERROR', 'ERRORS')}, so broad gates follow`
  return section(
    style.alarm(title),
    ...errors.slice(0, 10).map((each) => `  ${diagnosticLine(each)}\n`),
    more(errors.length - 10, '  ', 'lanekeeper lint'),
  )
}

function unmapped(plan: GatePlan, { style }: TableOptions): string {
  if (plan.unmapped.length === 0) return ''
  return section(
    style.alarm(`${count(plan.unmapped.length, 'PATH', 'PATHS')} WITHOUT AN OWNER, so every global gate is required`),
    pathLines(plan.unmapped, 20),
  )
}

function proposed(plan: GatePlan, { style }: TableOptions): string {
  if (plan.proposed === undefined) return ''
  const { gatesAdded, gatesRemoved, diagnostics } = plan.proposed
  const errors = diagnostics.filter((each) => each.severity === 'error')
  const says = [
    ...gatesAdded.map((id) => `  + ${visible(id)}\n`),
    ...gatesRemoved.map((id) => `  - ${visible(id)}\n`),
    ...errors.map((each) => `  ${diagnosticLine(each)}\n`),
  ]
  const title = 'THE CHANGE TOUCHES THE OPERATING MODEL, and the model of its base decides'
  const effect =
    says.length === 0 ? '  Under its own model the same gates would be required.\n' : '  Under its own model the plan would differ:\n'
  return section(style.caution(title), effect, ...says)
}

function layerOf(plan: GatePlan, layer: PlannedGate['layer'], options: TableOptions): string {
  const gates = plan.gates.filter((gate) => gate.layer === layer)
  if (gates.length === 0) return ''
  const title = options.style.strong(`${GATE_LAYER_WORDING[layer].label.toUpperCase()}  ${count(gates.length, 'gate')}`)
  const chains = gates.map((gate) => firstChain(gate, options.width))
  const lines = gates.map((gate, at) => {
    const chain = at > 0 && chains[at] === chains[at - 1] ? '    as above\n' : chains[at]
    return gateHead(gate, options.width) + options.style.quiet(chain ?? '')
  })
  return section(title, ...lines)
}

function gateHead(gate: PlannedGate, width: number): string {
  const id = visible(gate.id)
  const title = visible(gate.title)
  const says = baseName(gate.id) === gate.title ? '' : fitMiddle(title, Math.max(width - 4, 20))
  const together = `  ${id}  ${says}`
  return says === '' || together.length <= width ? `${together.trimEnd()}\n` : `  ${id}\n    ${says}\n`
}

function firstChain({ reasons: [first, ...rest] }: PlannedGate, width: number): string {
  return first === undefined ? '' : chainLines(first, rest.length === 0 ? '' : `, and ${rest.length} more`, width)
}

/**
 * What changed, the map row and the rule; for what every change brings, the line that declares it. On one line where there is room,
 * otherwise the file on a line of its own.
 */
function chainLines({ file, map, rule, declared }: GateReason, others: string, width: number): string {
  const from = file === null ? 'every change' : visible(file)
  const place = map ?? (file === null ? declared : null)
  const then = [...(place === null ? [] : [`${visible(baseName(place.file))}:${place.line}`]), visible(rule)].join(' -> ')
  const together = `${from} -> ${then}${others}`
  if (together.length <= width - 4) return `    ${together}\n`
  return `    ${fitMiddle(from, width - 4 - others.length)}${others}\n${wrap(`-> ${then}`, width, '    ')}`
}

function closing(plan: GatePlan, { style, width }: TableOptions): string {
  const warnings = plan.diagnostics.filter((each) => each.severity === 'warning')
  return [
    plan.notRequired.length === 0
      ? ''
      : `\n${wrap(`Not required: ${count(plan.notRequired.length, 'gate')}. Why: lanekeeper explain GATE, or --json.`, width, '')}`,
    warnings.length === 0
      ? ''
      : section(
          style.caution(count(warnings.length, 'WARNING', 'WARNINGS')),
          ...warnings.slice(0, 5).map((each) => `  ${diagnosticLine(each)}\n`),
          more(warnings.length - 5, '  ', 'lanekeeper lint'),
        ),
  ].join('')
}

function section(title: string, ...lines: readonly string[]): string {
  return `\n${title}\n${lines.join('')}`
}

function pathLines(paths: readonly string[], limit: number): string {
  return (
    paths
      .slice(0, limit)
      .map((path) => `  ${visible(path)}\n`)
      .join('') + more(paths.length - limit, '  ', '--json')
  )
}

function more(left: number, indent: string, where: string): string {
  return left <= 0 ? '' : `${indent}and ${left} more (all of them: ${where})\n`
}
