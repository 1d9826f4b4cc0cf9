import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type CommandRuns, type TimedCommand, wallOf } from './command-wall.ts'
import { loadCorpus } from './corpora/load-corpus.ts'
import { ownershipMapText } from './corpora/ownership-map-text.ts'
import { PACKAGE_MAP } from './corpora/ownership-model.ts'
import { findNx, layNxWorkspace, nxAffected } from './nx-workspace.ts'
import type { RouteOptions } from './options.ts'

const ROOT = process.cwd()

/** Times `lanekeeper plan` for one change of one file beside a `node` that does nothing, one run of each in turn. */
export function measureCommands({ commandRuns, realistic }: RouteOptions, say: (line: string) => void): CommandRuns[] {
  say('running the command line')
  const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-bench-'))
  try {
    const changed = layRepository(folder, realistic)
    const list = join(folder, '.git', 'changed.txt')
    writeFileSync(list, `${changed}\n`)
    const plan = [process.execPath, join(ROOT, 'bin', 'lanekeeper'), 'plan', '--json', '--repo', folder]
    const nx = findNx()
    if (nx !== null) layNxWorkspace(folder, nx)
    const commands: readonly TimedCommand[] = [
      { name: 'node', shown: 'node -e 0', words: [process.execPath, '-e', '0'] },
      { name: 'list', shown: 'lanekeeper plan --files-from FILE', words: [...plan, '--files-from', list] },
      { name: 'range', shown: 'lanekeeper plan --base HEAD~1 --head HEAD', words: [...plan, '--base', 'HEAD~1', '--head', 'HEAD'] },
      ...(nx === null ? [] : [{ name: 'nx', shown: 'nx show projects --affected', words: nxAffected(nx) } as const]),
    ]
    // The first run bundles the command line, and fills what a command remembers.
    for (const { words } of commands) wallOf(words, folder)
    const samples = commands.map((): number[] => [])
    for (let run = 0; run < commandRuns; run += 1) {
      for (const [at, { words }] of commands.entries()) samples[at]?.push(wallOf(words, folder))
    }
    return commands.map(({ name, shown }, at) => ({ name, command: shown, wall: samples[at] ?? [] }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A repository with the files and the map of the corpus and two commits, of which the second changes the file it gives. */
function layRepository(folder: string, request: RouteOptions['realistic']): string {
  const { rules, paths } = loadCorpus(request)
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const path of paths) put(path, `${path}\n`)
  put(PACKAGE_MAP, ownershipMapText(rules))
  put('.gitignore', 'node_modules\n.nx\n')
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.test', ...args], { cwd: folder, stdio: 'ignore' })
  const commit = (subject: string) => {
    git('add', '--all')
    git('commit', '--quiet', '--message', subject)
  }
  git('init', '--quiet')
  commit('Begin')
  const changed = paths.find((path) => path.startsWith('packages/')) ?? paths[0] ?? ''
  put(changed, 'changed\n')
  commit('Change one file')
  return changed
}
