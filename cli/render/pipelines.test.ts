import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CommandFault } from '#cli/command-fault.ts'
import type { GatePlan, PlannedGate } from '#lib/model/gate-plan.ts'
import { aPlan } from '#test/cli/a-plan.ts'
import { renderGithubMatrix } from './github-matrix.ts'
import { renderGitlabPipeline, yamlText } from './gitlab-pipeline.ts'
import { jobCommand } from './job-command.ts'

interface Matrix {
  readonly include: readonly { gate: string; layer: string; domain: string | null; title: string; run: string }[]
}

interface Job {
  readonly stage: string
  readonly needs: readonly string[]
  readonly script: readonly string[]
}

const LEDGER = 'packages/platform/billing/ledger.go'

function withRuns(plan: GatePlan, run: (gate: PlannedGate) => string | null): GatePlan {
  return { ...plan, gates: plan.gates.map((gate) => ({ ...gate, run: run(gate) })) }
}

describe('a gate that nobody has said how to run is never green', () => {
  it.each([null, '', '  '])('run: %j becomes a command that fails and says so', (run) => {
    const [gate] = withRuns(aPlan([LEDGER]), () => run).gates
    const ran = spawnSync('sh', ['-c', gate === undefined ? 'exit 0' : jobCommand(gate)], { encoding: 'utf8' })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain(`Nobody has said how to run the gate ${gate?.id}`)
  })

  it('in both forms, for every such gate', () => {
    const plan = withRuns(aPlan([LEDGER]), () => null)
    const matrix = JSON.parse(renderGithubMatrix(plan)) as Matrix
    const pipeline = parse(renderGitlabPipeline(plan)) as Record<string, Job>
    for (const gate of plan.gates) {
      expect(matrix.include.find((job) => job.gate === gate.id)?.run).toMatch(/exit 1$/)
      expect(pipeline[gate.id]?.script.at(-1)).toMatch(/exit 1$/)
    }
  })
})

describe('github-matrix', () => {
  it('is one line of JSON with a job for each gate, in the order of the plan', () => {
    const plan = withRuns(aPlan([LEDGER, 'tools/x.sh']), ({ id }) => `make gate\n# ${id}`)
    const text = renderGithubMatrix(plan)
    expect(text.indexOf('\n')).toBe(text.length - 1)
    expect(JSON.parse(text)).toEqual({
      include: plan.gates.map(({ id, layer, domain, title, run }) => ({ gate: id, layer, domain, title, run })),
    })
  })

  it('refuses more gates than a matrix can hold, instead of leaving some out', () => {
    const plan = aPlan([LEDGER])
    const [gate] = plan.gates
    const many = Array.from({ length: 257 }, (_, at) => ({ ...gate, id: `global/g${at}` }) as PlannedGate)
    expect(JSON.parse(renderGithubMatrix({ ...plan, gates: many.slice(1) })).include).toHaveLength(256)
    expect(() => renderGithubMatrix({ ...plan, gates: many })).toThrow(CommandFault)
  })
})

describe('gitlab', () => {
  const HOSTILE_COMMANDS = [
    'make test',
    'echo "a: b" # c',
    "it's *&! %@`",
    '- x: {y}',
    'multi\nline\n',
    'tab\there',
    'snow ☃ 😀',
    '!reference [x]',
    'yes',
  ]

  it('has one job for each gate, in the stage of its layer, with the command as it is', () => {
    const plan = withRuns(aPlan([LEDGER, 'tools/x.sh']), ({ id }) => HOSTILE_COMMANDS[id.length % HOSTILE_COMMANDS.length] ?? null)
    const { workflow, stages, ...jobs } = parse(renderGitlabPipeline(plan)) as Record<string, Job> & { workflow: unknown; stages: string[] }
    expect(workflow).toEqual({ rules: [{ when: 'always' }] })
    expect(Object.keys(jobs)).toEqual(plan.gates.map(({ id }) => id))
    expect(plan.gates.map(({ id }) => jobs[id]?.script)).toEqual(plan.gates.map(({ run }) => [run]))
    expect(plan.gates.filter(({ id, layer }) => jobs[id]?.stage !== layer || !stages.includes(layer))).toEqual([])
  })

  it('starts every job at once: a failure in one layer must not leave another unrun', () => {
    const plan = aPlan([LEDGER])
    const pipeline = parse(renderGitlabPipeline(plan)) as Record<string, Job>
    expect(plan.gates.filter(({ id }) => pipeline[id]?.needs.length !== 0)).toEqual([])
  })

  it('writes any text so that YAML reads that very text, in ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const written = yamlText(text)
        expect(written).toMatch(/^[\x20-\x7e]+$/)
        expect(parse(written)).toBe(text)
        expect(parse(written, { version: '1.1' })).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})
