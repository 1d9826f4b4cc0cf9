import { type CountedLine, DEBT_KINDS, type DebtKind } from '#lib/model/debt.ts'
import type { BurnDown, OpenDebt, Week, WeekOfSkips } from '#lib/model/trends.ts'
import { boundsOf, byWeek } from './weeks.ts'

/** Hidden skips beside declared ones, week by week. A skip that was declared and refused was declared. */
export function skipTrend(weeks: readonly Week[], lines: readonly CountedLine[], declared: readonly Date[]): readonly WeekOfSkips[] {
  const hidden = byWeek(
    weeks,
    lines.filter(({ kind }) => kind === 'hidden-skip'),
    ({ openedAt }) => openedAt,
  )
  const said = byWeek(weeks, declared, (moment) => moment)
  return weeks.map((week) => ({ week, hidden: hidden.get(week)?.length ?? 0, declared: said.get(week)?.length ?? 0 }))
}

/** More are told together. */
const MOST_DOMAINS = 4

/** Open debt by domain at the end of each week. */
export function burnDown(weeks: readonly Week[], lines: readonly CountedLine[]): BurnDown {
  const names = [...new Set(lines.map(domainName))]
  const counted = weeks.map((week) => {
    const { start, end } = boundsOf(week)
    const open = new Map<string, number>()
    for (const line of lines) if (isOpenAt(line, end)) open.set(domainName(line), (open.get(domainName(line)) ?? 0) + 1)
    const within = (moment: Date | null) => moment !== null && moment.getTime() >= start && moment.getTime() < end
    return {
      week,
      open,
      opened: lines.filter(({ openedAt }) => within(openedAt)).length,
      closed: lines.filter(({ closedAt }) => within(closedAt)).length,
    }
  })
  const owed = (name: string) => counted.reduce((sum, { open }) => sum + (open.get(name) ?? 0), 0)
  const owing = names.filter((name) => owed(name) > 0).sort((a, b) => owed(b) - owed(a) || (a < b ? -1 : 1))
  const own = owing.slice(0, MOST_DOMAINS)
  const others = owing.slice(MOST_DOMAINS)
  return {
    domains: others.length === 0 ? own : [...own, 'other'],
    weeks: counted.map(({ open, ...rest }) => {
      const of = (name: string) => open.get(name) ?? 0
      return { ...rest, open: [...own.map(of), ...(others.length === 0 ? [] : [others.reduce((sum, name) => sum + of(name), 0)])] }
    }),
  }
}

/** What is owed now, by kind, and since when. */
export function openDebt(lines: readonly CountedLine[]): OpenDebt {
  const open = lines.filter(({ closedAt }) => closedAt === null)
  const of = (kind: DebtKind) => open.filter((line) => line.kind === kind).length
  const oldest = open.reduce<Date | null>((first, { openedAt }) => (first === null || openedAt < first ? openedAt : first), null)
  return {
    kinds: Object.fromEntries(DEBT_KINDS.map((kind) => [kind, of(kind)])) as Record<DebtKind, number>,
    oldest: oldest?.toISOString() ?? null,
  }
}

function isOpenAt({ openedAt, closedAt }: CountedLine, moment: number): boolean {
  return openedAt.getTime() < moment && (closedAt === null || closedAt.getTime() >= moment)
}

function domainName({ domain }: CountedLine): string {
  return domain ?? 'global'
}
