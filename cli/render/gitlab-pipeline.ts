import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import type { GatePlan, PlannedGate } from '#lib/model/gate-plan.ts'
import { jobCommand } from './job-command.ts'

/**
 * A GitLab child pipeline: one job for each gate, all started at once, so that a failure in one layer does not leave the others unrun.
 * Rules are written out because a child of a merge request's pipeline runs no job without them.
 */
export function renderGitlabPipeline(plan: GatePlan): string {
  const layers = GATE_LAYERS.filter((layer) => plan.gates.some((gate) => gate.layer === layer))
  return [
    `# Gates of ${plan.head ?? 'a list of paths'}, by lanekeeper plan --format gitlab.\n`,
    'workflow:\n  rules:\n    - when: always\n',
    `stages:\n${layers.map((layer) => `  - ${yamlText(layer)}\n`).join('')}`,
    ...plan.gates.map(job),
  ].join('\n')
}

function job(gate: PlannedGate): string {
  return [
    `${yamlText(gate.id)}:\n`,
    `  stage: ${yamlText(gate.layer)}\n`,
    '  needs: []\n',
    '  rules:\n    - when: always\n',
    `  variables:\n    LANEKEEPER_GATE: ${yamlText(gate.id)}\n`,
    `  script:\n    - ${yamlText(jobCommand(gate))}\n`,
  ].join('')
}

/** Any text as a double-quoted YAML scalar in ASCII, which every YAML reader takes for that very text. */
export function yamlText(text: string): string {
  const escaped = [...text].map((character) => {
    if (character === '"' || character === '\\') return `\\${character}`
    if (character === '\n') return '\\n'
    const code = character.codePointAt(0) ?? 0
    if (code >= 0x20 && code < 0x7f) return character
    if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd'
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`
  })
  return `"${escaped.join('')}"`
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
