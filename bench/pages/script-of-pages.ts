import { atMost, type Bar } from '../bars/bar.ts'
import { times } from '../figures.ts'
import { everyPage, firstLoad } from './first-load.ts'
import { COMMIT } from './governed.ts'
import { type Found, kibibytes, one, type PagesUnderTest } from './under-test.ts'

/** U1: the script that each page asks for, beside that of the hello page. */
export async function firstLoads({ hello, few }: PagesUnderTest): Promise<Found> {
  const bars: Bar[] = []
  const figures: [string, string][] = []
  const plan = (await few.post('plans', { files: ['packages/domain-000/x.go'] })) as { readonly id: string }
  const { items } = (await (await fetch(`${few.base}/api/v1/evidence?limit=1`)).json()) as {
    readonly items: readonly { readonly id: string }[]
  }
  const parts = {
    domain: 'domain-000',
    item: 'rollback-tested',
    sha: COMMIT,
    contentId: COMMIT,
    content: COMMIT,
    range: `${COMMIT}...${COMMIT}`,
  }
  const { pages, left } = everyPage(parts)
  const withIds = left.flatMap((route) => {
    if (route === '/changes/[id]') return [`/changes/${plan.id}`]
    return route === '/evidence/[id]' && items[0] !== undefined ? [`/evidence/${items[0].id}`] : []
  })
  const floor = await firstLoad(`${hello}/`)
  const found: { readonly route: string; readonly bytes: number }[] = []
  for (const route of [...pages, ...withIds]) found.push({ route, bytes: await firstLoad(few.base + route) })
  const [largest] = found.toSorted((a, b) => b.bytes - a.bytes)
  if (largest === undefined) throw new Error('no page was found')
  bars.push(
    atMost(
      'U1',
      `script of the first load, the largest page (\`${named(largest.route)}\`): at most 1.20 times the hello page`,
      one(largest.bytes / floor),
      1.2,
      times,
    ),
  )
  figures.push(['script of the first load, compressed: hello', kibibytes(floor)])
  for (const { route, bytes } of found) figures.push([`\`${named(route)}\``, `${kibibytes(bytes)}, ${(bytes / floor).toFixed(2)}×`])
  return { bars, figures }
}

/** An address without the ids of this run. */
function named(route: string): string {
  return route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '{id}').replaceAll(COMMIT, '{commit}')
}
