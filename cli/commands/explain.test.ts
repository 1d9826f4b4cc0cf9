import { describe, expect, it } from 'vitest'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { SMALL_MODEL_PLACES, smallModel } from '#test/cli/small-model.ts'
import { aGitRepository } from '#test/git-repository.ts'

const LEDGER = 'packages/platform/billing/ledger.go'

function explain(gate: string, input: string, ...words: readonly string[]) {
  return runCommand(['explain', gate, '--files-from', '-', ...words], { cwd: aGitRepository(smallModel()).folder, input })
}

describe('lanekeeper explain says why a gate is required, or the rule that left it out', () => {
  it('required: every chain as a tree of file, map row, rule and declaration', async () => {
    const run = await explain('platform-billing/local/unit', `${LEDGER}\npackages/platform/billing/tax.go\n`)
    expect(run.exit).toBe(0)
    expect(run.out).toMatch(
      /^platform-billing\/local\/unit {2}required\n {2}Domain-local: billing unit tests\n {2}run: go test \.\/packages\/platform\/billing\n/,
    )
    for (const path of [LEDGER, 'packages/platform/billing/tax.go']) {
      expect(run.out).toContain(`\n  ${path}\n    by ${SMALL_MODEL_PLACES.packageMap}:5\n      rule shared-service: `)
    }
    expect(run.out).toMatch(new RegExp(`declared in ${SMALL_MODEL_PLACES.billingLane}:\\d+`))
  })

  it('not required: the rule that left it out, and that is exit 0 too', async () => {
    const run = await explain('gpuaas/local/unit', LEDGER)
    expect(run.exit).toBe(0)
    expect(run.out).toMatch(/^gpuaas\/local\/unit {2}not required\n {2}left out because \w/)
  })

  it('unknown: exit 2 with the gates that look like it', async () => {
    const run = await explain('platform-billing/local/unti', LEDGER)
    expect(run.exit).toBe(2)
    expect(run.out).toBe('')
    expect(run.notes).toContain('Did you mean platform-billing/local/unit')
  })

  it('--json in all three cases is one document', async () => {
    expect(documentOf(await explain('platform-billing/local/unit', LEDGER, '--json'))).toMatchObject({
      version: 1,
      required: true,
      layer: 'domain-local',
      because: null,
    })
    expect(documentOf(await explain('gpuaas/local/unit', LEDGER, '--json'))).toMatchObject({
      required: false,
      reasons: [],
      because: expect.any(String),
    })
    expect(documentOf(await explain('nothing', LEDGER, '--json'))).toMatchObject({ error: { code: 'gate-unknown' } })
  })
})
