import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { count } from '#lib/wording/count.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { REVIEW_DOMAIN_WORDING } from '#lib/wording/review-domain.ts'
import { markdownCellCode, markdownCode } from './markdown-code.ts'

/** So many files are named; the rest is counted. A comment on a pull request is read, not searched. */
const MOST_FILES = 20

/**
 * A plan as a comment for a pull request: files without an owner and reviews first, then the gates by layer. No text of
 * a repository is ever more than code in it.
 */
export function planMarkdown(plan: GatePlan, href: string): string {
  return [
    `### [Gate plan](${href}): ${count(plan.gates.length, 'gate')} for ${count(plan.files.length, 'file')}`,
    unmappedPart(plan.unmapped),
    reviewsPart(plan),
    '| Layer | Gate | Title | Files |\n| --- | --- | --- | --- |',
    ...GATE_LAYERS.flatMap((layer) => layerRows(plan, layer)),
    '',
    `${count(plan.notRequired.length, 'gate')} not required. Model ${markdownCode(plan.modelDigest)}${plan.profile === null ? '' : `, profile ${markdownCode(plan.profile)}`}.`,
  ]
    .filter((part) => part !== null)
    .join('\n')
}

function unmappedPart(unmapped: readonly string[]): string | null {
  if (unmapped.length === 0) return null
  const rest = unmapped.length - MOST_FILES
  const files = unmapped.slice(0, MOST_FILES).map((path) => `> - ${markdownCode(path)}`)
  return [
    `\n> **${count(unmapped.length, 'file')} without an owner.** Every global gate runs, and an architecture review is asked for.`,
    ...files,
    ...(rest > 0 ? [`> - and ${rest} more`] : []),
    '',
  ].join('\n')
}

function reviewsPart({ reviews }: GatePlan): string | null {
  if (reviews.length === 0) return null
  return `${reviews.map((review) => `- **${REVIEW_DOMAIN_WORDING[review.domain].label}** for ${count(review.files.length, 'file')}: ${markdownCode(review.because)}`).join('\n')}\n`
}

function layerRows(plan: GatePlan, layer: (typeof GATE_LAYERS)[number]): string[] {
  return plan.gates
    .filter((gate) => gate.layer === layer)
    .map((gate) => {
      const files = new Set(gate.reasons.flatMap(({ file }) => file ?? []))
      const always = gate.reasons.some(({ file }) => file === null)
      return `| ${GATE_LAYER_WORDING[layer].label} | ${markdownCellCode(gate.id)} | ${markdownCellCode(gate.title)} | ${always ? 'every change' : count(files.size, 'file')} |`
    })
}
