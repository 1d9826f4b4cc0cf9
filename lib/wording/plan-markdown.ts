import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { GatePlan, GateReason, PlannedGate } from '#lib/model/gate-plan.ts'
import { CHANGE_CLASS_WORDING } from './change-class.ts'
import { CHANGE_KIND_LABEL } from './change-kind.ts'
import { count } from './count.ts'
import { baseName } from './fit-text.ts'
import { GATE_LAYER_WORDING } from './gate-layer.ts'
import { codeSpan, collapsed, plainText, table } from './markdown-text.ts'
import { REVIEW_DOMAIN_WORDING } from './review-domain.ts'

/** Lets a job find the comment it wrote before. */
export const MARKDOWN_MARKER = '<!-- lanekeeper:plan -->'

/** A comment on GitHub may have 65,536 characters; this leaves room for words around it. */
const MOST_CHARACTERS = 60_000

const MOST_WARNINGS = 20

/**
 * A plan as a comment for a pull request: what has no owner and who must review first, every gate with its first chain, the rest folded
 * away. Lists are cut, with what is left out counted, until the comment fits; the counts are always of everything. `href` is where the
 * stored plan can be looked at, or null for one that is not stored. No text of a repository is ever markup in it.
 */
export function planMarkdown(plan: GatePlan, href: string | null = null): string {
  for (let most = 400; most > 1; most = Math.floor(most / 2)) {
    const comment = renderWith(plan, href, most)
    if (comment.length <= MOST_CHARACTERS) return comment
  }
  return renderWith(plan, href, 1)
}

function renderWith(plan: GatePlan, href: string | null, most: number): string {
  const errors = plan.diagnostics.filter((each) => each.severity === 'error')
  const required = `${count(plan.gates.length, 'gate')} required`
  return [
    `${MARKDOWN_MARKER}\n### ${href === null ? required : `[${required}](${href})`}\n\n`,
    `${codeSpan(plan.repository)}, ${count(plan.files.length, 'changed path')}, ${rangeOf(plan)}\n\n`,
    plan.classes.length === 0
      ? ''
      : `Classes: ${plan.classes.map((each) => CHANGE_CLASS_WORDING[each].label).join(', ')}. Domains: ${domains(plan.domains, most)}.\n\n`,
    alert(
      `${count(errors.length, 'error')}, so broad gates follow`,
      errors.map((each) => `${codeSpan(`${each.file}:${each.line}`)} ${plainText(each.message)}`),
      most,
    ),
    alert(`${count(plan.unmapped.length, 'path')} without an owner, so every global gate is required`, plan.unmapped.map(codeSpan), most),
    ...plan.reviews.map((review) =>
      alert(`${REVIEW_DOMAIN_WORDING[review.domain].label} required: ${plainText(review.because)}`, review.files.map(codeSpan), most),
    ),
    proposed(plan, most),
    ...GATE_LAYERS.map((layer) => layerOf(plan, layer, most)),
    folded(plan, most),
  ].join('')
}

function rangeOf({ base, head, profile }: GatePlan): string {
  const range =
    head === null ? 'from a list of paths' : `${base === null ? 'nothing' : codeSpan(base.slice(0, 12))} to ${codeSpan(head.slice(0, 12))}`
  return `${range}, ${profile === null ? 'no profile' : `profile ${codeSpan(profile)}`}.`
}

function domains(ids: readonly string[], most: number): string {
  if (ids.length === 0) return 'none'
  return ids.slice(0, most).map(codeSpan).join(', ') + (ids.length > most ? ` and ${ids.length - most} more` : '')
}

function alert(title: string, items: readonly string[], most: number): string {
  if (items.length === 0) return ''
  return `**${title}**\n\n${bullets(items, most)}\n`
}

function bullets(items: readonly string[], most: number): string {
  return (
    items
      .slice(0, most)
      .map((item) => `- ${item}\n`)
      .join('') + (items.length > most ? `- and ${items.length - most} more\n` : '')
  )
}

function proposed(plan: GatePlan, most: number): string {
  if (plan.proposed === undefined) return ''
  const { gatesAdded, gatesRemoved } = plan.proposed
  const effect = [...gatesAdded.map((id) => `would add ${codeSpan(id)}`), ...gatesRemoved.map((id) => `would remove ${codeSpan(id)}`)]
  return alert(
    'The change touches the operating model; the model of its base decides',
    effect.length === 0 ? ['the same gates under its own model'] : effect,
    most,
  )
}

function layerOf(plan: GatePlan, layer: PlannedGate['layer'], most: number): string {
  const gates = plan.gates.filter((gate) => gate.layer === layer)
  if (gates.length === 0) return ''
  const rows = gates.slice(0, most).map((gate) => [codeSpan(gate.id) + titleOf(gate), why(gate.reasons)])
  return `#### ${GATE_LAYER_WORDING[layer].label} (${gates.length})\n\n${table(['Gate', 'Why'], rows)}${left(gates.length, most)}\n`
}

function titleOf({ id, title }: PlannedGate): string {
  return baseName(id) === title ? '' : `<br>${codeSpan(title)}`
}

function why([first, ...rest]: readonly GateReason[]): string {
  if (first === undefined) return ''
  const { file, map, rule, declared } = first
  const place = map ?? (file === null ? declared : null)
  const row = place === null ? [] : [codeSpan(`${baseName(place.file)}:${place.line}`)]
  const chain = [file === null ? 'every change' : codeSpan(file), ...row, codeSpan(rule)].join(' → ')
  return rest.length === 0 ? chain : `${chain} and ${rest.length} more`
}

function folded(plan: GatePlan, most: number): string {
  const files = plan.files
    .slice(0, most)
    .map((file) => [codeSpan(file.path), CHANGE_KIND_LABEL[file.change], domains(file.domains, most), file.classes.join(', ')])
  const omitted = plan.notRequired.slice(0, most).map((gate) => [codeSpan(gate.id), plainText(gate.because)])
  // Errors stand at the top of the comment; of what may merely surprise, a few are enough.
  const warnings = plan.diagnostics.filter((each) => each.severity === 'warning')
  const shown = warnings
    .slice(0, Math.min(most, MOST_WARNINGS))
    .map((each) => [codeSpan(`${each.file}:${each.line}`), each.code, plainText(each.message)])
  return [
    fold(count(plan.files.length, 'changed path'), ['Path', 'Change', 'Domains', 'Classes'], files, plan.files.length),
    fold(`${count(plan.notRequired.length, 'gate')} not required`, ['Gate', 'Left out because'], omitted, plan.notRequired.length),
    fold(count(warnings.length, 'warning'), ['Where', 'What', 'Message'], shown, warnings.length),
  ].join('')
}

function fold(title: string, header: readonly string[], rows: readonly (readonly string[])[], all: number): string {
  return all === 0 ? '' : collapsed(title, table(header, rows) + left(all, rows.length))
}

function left(all: number, most: number): string {
  return all <= most ? '' : `\nand ${all - most} more\n`
}
