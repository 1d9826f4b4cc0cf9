import type { TimedCommand } from '../command-wall.ts'
import { milliseconds, times } from '../figures.ts'
import type { Measurements } from '../measurements.ts'
import { ratioOf, spreadOf } from '../statistics.ts'
import type { Audit } from '../tasks/audit-tree.ts'
import type { MarkdownReading } from '../tasks/read-markdown.ts'
import { atMost, atMostOneOf, type Bar, unmeasured } from './bar.ts'

/** P7: reading maps beside the Markdown library alone, in a fresh process and warm. */
export function judgeReading({ markdown: { ours, theirs } }: Measurements): Bar[] {
  const rows = (ours[0]?.rows ?? 0).toLocaleString('en')
  const parse = (state: 'cold' | 'warm') => (reading: MarkdownReading) => reading[state].parse.cpu
  const whole = (state: 'cold' | 'warm') => (reading: MarkdownReading) =>
    (reading[state].parse.cpu + (reading[state].compile?.cpu ?? 0)) / 1e6
  return (['cold', 'warm'] as const).flatMap((state) => {
    const how = state === 'cold' ? 'in a fresh process' : 'warm'
    return [
      atMost(
        'P7',
        `${rows} rows read, ${how}: at most 2 times markdown-it alone`,
        ratioOf(ours.map(parse(state)), theirs.map(parse(state))),
        2,
        times,
      ),
      atMost('P7', `${rows} rows read and indexed, ${how}: at most 250 ms`, spreadOf(ours.map(whole(state))), 250, milliseconds),
    ]
  })
}

/** P8: the owners of a whole tree. */
export function judgeAudit({ audit: { ours, coverage, theirs } }: Measurements): Bar[] {
  const files = (ours[0]?.files ?? 0).toLocaleString('en')
  const cpu = ({ spent }: Audit) => spent.cpu
  const beside = (side: readonly Audit[]) => ratioOf(side.map(cpu), theirs.map(cpu))
  return [
    atMostOneOf(
      'P8',
      `the owners of ${files} files, from the text of the map, in a fresh process: at most 1/50 of codeowners`,
      beside(ours),
      50,
    ),
    atMostOneOf('P8', `the whole coverage report of ${files} files, likewise: at most 1/50 of codeowners' owners`, beside(coverage), 50),
  ]
}

/** P8: the command, beside a process that does nothing, and beside nx. */
export function judgeCommands({ commands }: Measurements): Bar[] {
  const wall = (name: TimedCommand['name']) => commands.find((each) => each.name === name)?.wall ?? null
  const [node, nx] = [wall('node') ?? [], wall('nx')]
  return (
    [
      ['list', 'plan of one listed file'],
      ['range', 'plan of one commit, git included'],
    ] as const
  ).flatMap(([name, what]) => {
    const ours = wall(name) ?? []
    const besideNx = `${what}: at most 1/5 of \`nx show projects --affected\``
    return [
      atMost('P8', `${what}: at most 2.5 times \`node -e 0\``, ratioOf(ours, node), 2.5, times),
      nx === null ? unmeasured('P8', besideNx, 'nx is not installed') : atMostOneOf('P8', besideNx, ratioOf(ours, nx), 5),
    ]
  })
}
