import { createHash } from 'node:crypto'
import { checkOut, trackedPaths } from './demo-history.mjs'

/*
 * What CI did with the example: a release, a fix with its fast release, a change that goes wrong, one that still runs, one that may go, and
 * the newest candidate. Between them they show every status and overlay that can come about without people.
 */

const HOUR = 3_600_000

/** The last thing that is recorded: where it is, the whole story is. */
export const LAST = { gate: 'platform-iam/smoke/user-login-authz', result: 'passed' }

/** Results that are not a plain pass, by the gate. */
const AT_CONTRACT_CHANGE = {
  'global/codegen': { result: 'failed', exitCode: 1, reason: 'the generated client lacks the currency' },
  'global/boundary_guard': { result: 'failed', exitCode: 1, findings: 'guard' },
  'platform-billing/smoke/gpuaas-launch-billing-precheck': { result: 'error', exitCode: 137, reason: 'it was ended by SIGKILL' },
  'platform-billing/smoke/app-runtime-usage-attribution': { counts: { executed: 7, passed: 7, failed: 0, skipped: 3 } },
  'platform-billing/smoke/ledger-invariant': { counts: { executed: 0, passed: 0, failed: 0, skipped: 0 } },
}

const AT_NEWEST = {
  'global/boundary_guard': { findings: 'known' },
  'gpuaas/smoke/node-agent-task': { result: 'failed', exitCode: 1, counts: { executed: 9, passed: 7, failed: 2, skipped: 0 } },
  'platform-policy/evidence/degradation-harness': {
    result: 'blocked',
    exitCode: null,
    reason: 'the harness waits for the quota fixture of PSSM-POLICY-31',
  },
  'platform-policy/evidence/rollback-drill': { result: 'partial', exitCode: null, reason: 'two of three regions are drilled' },
  'platform-iam/smoke/user-login-authz': { result: 'failed', exitCode: 1, counts: { executed: 11, passed: 10, failed: 1, skipped: 0 } },
}

const MIGRATIONS = 'platform-billing/local/migration-schema-drift-checks-for-billing-owned-tables'

/** Announced and never shown. */
const HIDDEN_AT_NEWEST = ['app-platform/evidence/slo', 'web/local/typecheck']
/** Still running. */
const PENDING_AT_NEWEST = ['platform-evidence/smoke/status-readiness']
/** Last shown for the release: nobody has run it since. */
const STALE_AT_NEWEST = ['platform-registry/evidence/slo']

/** Brings the story in, chapter by chapter. `cli` runs the real command line, `api` asks what it has no command for. */
export async function tellStory({ cli, api, say, sync, folder, commits, moment }) {
  const tell = storyteller({ cli, api, folder, moment })
  const { released, proposed, hotfix, redefined, contract, migration, documents, newest } = commits

  say('Release 2026.46, by the gates as they were defined then …')
  checkOut(folder, released)
  await cli(['sync'])
  const every = await tell.readGates()
  const manifest = { ...released, sha256: sha256('the manifest of release 2026.46') }
  const atRelease = await tell.record(manifest, every, { run: 4600, profile: 'platform-control' })

  say('A fix to the ledger: proposed, then merged by rebase and released fast …')
  const run = await tell.announce(released, proposed, 'platform-control', 'demo-proposed')
  const prior = await tell.record(proposed, run.gates, {
    run: 4612,
    profile: 'platform-control',
    runId: run.id,
    odd: {
      'platform-billing/evidence/reconciliation-evidence': {
        result: 'partial',
        exitCode: null,
        reason: 'one of two ledgers is reconciled',
      },
    },
  })
  await cli(['close', run.id])
  await api.post(`evidence/${prior['platform-billing/evidence/degradation-harness']}/revocation`, {
    reason: 'the harness ran against the staging ledger',
  })
  await sync()
  await fastRelease({ cli, tell, released, hotfix, prior, atRelease })

  say('A contract change that goes wrong: hidden skips, failures, contradictions, findings …')
  const wrong = await tell.announce(redefined, contract, 'platform-control', 'demo-contract')
  const hidden = ['platform-billing/local/go-test-packages-platform-billing-cmd-billing-worker', MIGRATIONS]
  const shown = wrong.gates.filter((gate) => !hidden.includes(gate))
  await tell.record(contract, shown, { run: 4630, profile: 'platform-control', runId: wrong.id, odd: AT_CONTRACT_CHANGE })
  await tell.record(contract, ['global/codegen'], { run: 4630, attempt: 2, profile: 'platform-control', runId: wrong.id })
  await tell.record(contract, ['platform-billing/local/ledger-invariant-tests'], {
    run: 4631,
    profile: 'platform-control',
    odd: { 'platform-billing/local/ledger-invariant-tests': { result: 'failed', exitCode: 1 } },
  })
  await cli(['close', wrong.id])

  say('A migration whose gates still run, and documents that may go …')
  const open = await tell.announce(contract, migration, 'platform-control', null)
  await tell.record(migration, open.gates.slice(0, Math.ceil(open.gates.length / 2)), {
    run: 4641,
    profile: 'platform-control',
    runId: open.id,
  })
  await releaseDocuments({ cli, tell, migration, documents })

  say('The newest candidate, with every gate of every domain …')
  checkOut(folder, newest)
  const later = new Set([...PENDING_AT_NEWEST, ...STALE_AT_NEWEST])
  const train = every.filter((gate) => !later.has(gate))
  const trainRun = await cli(['announce', ...train, '--profile', 'platform-control', '--key', 'demo-newest', '--json'])
  await cli(['announce', ...PENDING_AT_NEWEST, '--profile', 'platform-control', '--deadline', '7d', '--json'])
  const result = train.filter((gate) => !HIDDEN_AT_NEWEST.includes(gate))
  const ids = await tell.record(newest, result, { run: 4660, profile: 'platform-control', runId: trainRun.run.id, odd: AT_NEWEST })
  await cli(['close', trainRun.run.id])
  await cli(
    [
      ...[
        'skip',
        'web/smoke/global-navigation',
        '--profile',
        'hotfix-fast',
        '--reason',
        'the console that it looked at is the one that is released',
      ],
      ...['--prior', ids['web/smoke/global-navigation'], '--key', 'demo-skip-navigation', '--json'],
    ],
    { codes: [0, 1] },
  )
  await tell.record(newest, [LAST.gate], { run: 4660, attempt: 2, profile: 'platform-control', runId: trainRun.run.id })
}

/** The fix, merged by rebase: another commit with the tree that was tested. What leans on that is accepted; what does not hold is refused. */
async function fastRelease({ cli, tell, released, hotfix, prior, atRelease }) {
  const fast = await tell.announce(released, hotfix, 'hotfix-fast', 'demo-hotfix')
  const local = fast.gates.filter((gate) => gate.startsWith('global/') || gate.includes('/local/'))
  const context = { run: 4620, profile: 'hotfix-fast', runId: fast.id }
  const late = 'platform-billing/local/ledger-invariant-tests'
  await tell.record(
    hotfix,
    local.filter((gate) => gate !== late),
    context,
  )
  const skip = (gate, reason, named, risk = 'low') =>
    cli(
      [
        ...['skip', gate, '--profile', 'hotfix-fast', '--commit', hotfix.gitCommit, '--reason', reason, '--risk', risk, '--run', fast.id],
        ...(named === null ? [] : ['--prior', named]),
        ...['--key', `demo-skip-${gate.replaceAll('/', '.')}`, '--json'],
      ],
      { codes: [0, 1] },
    )
  const [smoke, evidence] = ['platform-billing/smoke', 'platform-billing/evidence']
  const accepted = await skip(
    `${smoke}/gpuaas-launch-billing-precheck`,
    'the same tree passed before the rebase',
    prior[`${smoke}/gpuaas-launch-billing-precheck`],
  )
  const same = 'the same tree passed before the rebase'
  await Promise.all([
    skip(`${smoke}/app-runtime-usage-attribution`, 'it passed for the release before', atRelease[`${smoke}/app-runtime-usage-attribution`]),
    skip(`${smoke}/ledger-invariant`, same, prior[`${smoke}/ledger-invariant`]),
    skip(`${evidence}/slo`, 'skipped already', accepted.id),
    skip(`${evidence}/reconciliation-evidence`, 'nothing is posted differently', prior[`${evidence}/reconciliation-evidence`]),
    skip(`${evidence}/degradation-harness`, 'no caller is touched', prior[`${evidence}/degradation-harness`], 'medium'),
    skip(`${evidence}/release-profile-evidence`, 'there was no time', null, 'medium'),
  ])
  // A local gate may not be skipped; it is run after all, and what was owed is repaid.
  await skip(late, 'slow', prior[late])
  await tell.record(hotfix, [late], context)
  await cli(['close', fast.id])
}

/** A change to documents alone: a failure that a later run answers by name, and a profile that then says go. */
async function releaseDocuments({ cli, tell, migration, documents }) {
  const run = await tell.announce(migration, documents, 'platform-control', 'demo-documents')
  const valid = 'global/source-doc-validation'
  const failed = await tell.record(documents, [valid], {
    run: 4650,
    profile: 'platform-control',
    runId: run.id,
    odd: { [valid]: { result: 'failed', exitCode: 1, reason: 'a link leads nowhere' } },
  })
  await tell.record(documents, run.gates, {
    run: 4651,
    profile: 'platform-control',
    odd: { [valid]: { supersedes: [failed[valid]] }, 'global/boundary_guard': { findings: 'known' } },
  })
  await cli(['close', run.id])
}

/** Says what CI says, in the form that the API takes. */
function storyteller({ cli, api, folder, moment }) {
  let gates = new Map()
  return {
    /** Reads how each gate is run; gives the ids of those of every lane and of the global ones that lanes list. */
    async readGates() {
      const { lanes } = await api.get('models/current')
      const plan = await cli(['plan', '--files-from', '-', '--json'], { input: trackedPaths(folder) })
      gates = new Map([...plan.gates, ...lanes.flatMap((lane) => lane.gates)].map((gate) => [gate.id, gate]))
      return [...GLOBAL, ...lanes.flatMap((lane) => lane.gates.map((gate) => gate.id))]
    },

    /** Announces what a change needs; the server plans it. A run with a key is announced once, however often. */
    async announce(base, head, profile, key) {
      const words = ['announce', '--base', base.gitCommit, '--head', head.gitCommit, '--profile', profile, '--json']
      const { run } = await cli([...words, ...(key === null ? ['--deadline', '7d'] : ['--key', key])])
      return run
    },

    /** Records results, passes unless they are said to be odd; gives the id of each by its gate. */
    async record(content, ids, { run, attempt = 1, profile, runId, odd = {} }) {
      const lines = ids.map((id, at) => {
        const gate = gates.get(id)
        const started = moment - 6 * HOUR + run * 60 + at * 1000
        const { findings, ...said } = odd[id] ?? {}
        return {
          gate: id,
          result: 'passed',
          content,
          profile,
          command: gate?.run ?? gate?.title ?? id,
          exitCode: 0,
          ...countsOf(id),
          startedAt: new Date(started).toISOString(),
          finishedAt: new Date(started + 2_000 + (numberOf(id) % 240) * 1000).toISOString(),
          ...(runId === undefined ? {} : { runId }),
          ci: { provider: 'github-actions', id: String(run), attempt, url: `https://ci.example.test/runs/${run}/attempts/${attempt}` },
          ...said,
          ...(findings === undefined ? {} : { findings: FINDINGS[findings] }),
        }
      })
      const answer = await cli(['record', '--from', '-', '--json'], { input: lines.map((line) => `${JSON.stringify(line)}\n`).join('') })
      return Object.fromEntries(answer.items.map((item) => [item.gate, item.id]))
    },
  }
}

const GLOBAL = ['global/contracts', 'global/codegen', 'global/boundary_guard', 'global/security_baseline']

/** Tests are counted; a guard, a drill or a bundle is not. */
function countsOf(gate) {
  if (!/\/(local|smoke)\//.test(gate)) return {}
  const executed = 4 + (numberOf(gate) % 90)
  return { counts: { executed, passed: executed, failed: 0, skipped: 0 } }
}

/** A number that is a gate's own: the same story gives the same bytes. */
function numberOf(text) {
  return Number.parseInt(sha256(text).slice(0, 8), 16)
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex')
}

const HEADER = 'fingerprint\tguard\trule\tpath\tfirst_seen\n'

/** Of the baseline, but for one that is gone, and the two that are allowed for now. */
const KNOWN = [
  ['988f431f96e2634101cfbc141f5118f2796bc0b1', 'product-imports-platform', 'packages/products/gpuaas/allocation/launch_precheck.go'],
  ['30f6dadf786c604bf6fa7d360a615e40948ab60e', 'product-imports-platform', 'packages/products/gpuaas/allocation/launch_precheck.go'],
  ['5c649a4cf0fbf0e7ad1c9dd3701d7374b34f2218', 'product-imports-platform', 'packages/products/appplatform/runtime/usage.go'],
  ['55d904ee72caf5447b54e18a18885f9c34b01654', 'binary-imports-many-domains', 'cmd/api-server/main.go'],
  ['285ceb430a0dba57e208d649f256edb1c46810be', 'handler-outside-api-folder', 'packages/platform/iam/handlers.go'],
  ['41fa2a4aac0a3e5fcfc2edc4f64873ef2ad710a1', 'handler-outside-api-folder', 'packages/platform/auth/login_handler.go'],
  ['46c092de35d4918d695af77eeea8bef9ba881e6e', 'handler-outside-api-folder', 'packages/platform/billing/handlers.go'],
  ['f767212b2b00c92ab3d6fdf5f40f6b7930cf2a60', 'handler-outside-api-folder', 'packages/platform/policy/handlers.go'],
  ['34d0fc062d1d63711fde5c846d8d056ebe44abb8', 'handler-outside-api-folder', 'packages/platform/secrets/handlers.go'],
  ['2e9ea89cd4101bb94bcb8cd602ba4298683c2e78', 'table-read-across-domains', 'packages/platform/statusops/readiness.go'],
  ['7a6c663f029cb89d005a7f22ad4c59a58ec6d932', 'web-calls-two-domains', 'packages/web/app/(gpuaas)/allocations/new/page.tsx'],
  ['a0d04c650881a4a9a621295e792d0e669a72acc4', 'product-imports-product', 'packages/products/appplatform/runtime/launcher.go'],
  ['4c021dbda9ab59e02104a2711e410a761176c2ee', 'product-imports-platform', 'packages/products/gpuaas/allocation/lifecycle.go'],
]

/** One whose allowance ended in October, and one that nobody has seen before. */
const WRONG = [
  ['3e9f0cbad1e9ccf2d653021a09e1f67278614d1e', 'table-read-across-domains', 'packages/platform/registry/verify.go'],
  ['b7c1f7a2d1c04c0e8a5a1f0e6a1c92d4c3b8e915', 'product-imports-platform', 'packages/products/gpuaas/api/allocations_handler.go'],
]

const table = (rows) => HEADER + rows.map(([fingerprint, rule, path]) => `${fingerprint}\tboundary_guard\t${rule}\t${path}\t\n`).join('')

const FINDINGS = { known: table(KNOWN), guard: table([...KNOWN, ...WRONG]) }
