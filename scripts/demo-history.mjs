import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.mjs'

const EXAMPLE = join(root, 'examples', 'platform-monorepo')
const CHANGES = join(root, 'examples', 'changes')
const BILLING_LANE = 'doc/architecture/platform-foundation/domain-lanes/platform-billing.yaml'

/**
 * The example as a repository with a past: a release, a fix on a branch and the same fix merged by rebase, a change to a lane, and four
 * more changes. Names and dates are fixed, so the commits are the same wherever it is made. Each is given by its commit and its tree.
 */
export function makeHistory(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(EXAMPLE, folder, { recursive: true, filter: (source) => !/[/\\](\.git|\.data|node_modules)$/.test(source) })
  let day = 1

  const git = (...args) => {
    const settings = ['-c', 'core.autocrlf=false', '-c', 'core.hooksPath=/dev/null', '-c', 'commit.gpgsign=false', '-c', 'gc.auto=0']
    const date = `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`
    return execFileSync('git', [...settings, ...args], { cwd: folder, env: environment(date), encoding: 'utf8' }).trim()
  }
  const commit = (message) => {
    day += 1
    git('add', '-A')
    git('commit', '-q', '-m', message)
    const [gitCommit, gitTree] = git('rev-parse', 'HEAD', 'HEAD^{tree}').split('\n')
    return { gitCommit, gitTree }
  }
  const apply = (name) => git('apply', join(CHANGES, name))
  const change = (name, message) => {
    apply(name)
    return commit(message)
  }
  const writeLane = (from, to) => {
    const path = join(folder, BILLING_LANE)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }

  git('init', '-q', '-b', 'main')
  // The gate as it was defined before: results of then speak for another gate than today's.
  writeLane('-run TestLedgerInvariant\n', '-short -run TestLedgerInvariant\n')
  const released = commit('Release 2026.46')
  git('switch', '-q', '-c', 'ledger-fix')
  const proposed = change('01-billing-ledger-fix.diff', 'Round the ledger half to even')
  git('switch', '-q', 'main')
  git('merge', '-q', '--squash', 'ledger-fix')
  const hotfix = commit('Round the ledger half to even (#412)')
  writeLane('-short -run TestLedgerInvariant\n', '-run TestLedgerInvariant\n')
  const redefined = commit('Run the whole ledger invariant smoke')
  const contract = change('02-billing-contract-change.diff', 'Say the currency in the invoice event')
  const migration = change('03-quota-migration.diff', 'Count quotas by window')
  const documents = change('05-docs-only.diff', 'Describe the ledger as it is')
  const newest = change('04-invoice-pages.diff', 'Print an invoice')
  return { released, proposed, hotfix, redefined, contract, migration, documents, newest }
}

/** Checks a commit of the history out. */
export function checkOut(folder, { gitCommit }) {
  execFileSync('git', ['-c', 'core.hooksPath=/dev/null', 'switch', '-q', '--detach', gitCommit], { cwd: folder, env: environment() })
}

/** Every path of the history as it is checked out, one a line. */
export function trackedPaths(folder) {
  return execFileSync('git', ['ls-files'], { cwd: folder, env: environment(), encoding: 'utf8' })
}

/** Git without anything of this machine or of an outer git. */
function environment(date = '2026-11-01T09:00:00Z') {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  return {
    ...env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Robin',
    GIT_AUTHOR_EMAIL: 'robin@example.test',
    GIT_COMMITTER_NAME: 'Robin',
    GIT_COMMITTER_EMAIL: 'robin@example.test',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  }
}
