import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

/** The browser's address and what is written into it, with a writer that knows of nothing yet. */
async function onPage(address: string) {
  vi.resetModules()
  const location = new URL(address, 'http://localhost')
  const steps: string[] = []
  const go = (by: string) => (_: unknown, __: string, href: string) => {
    steps.push(`${by} ${href}`)
    location.search = new URL(href, location).search
  }
  vi.stubGlobal('window', { location, history: { pushState: go('push'), replaceState: go('replace') } })
  const writer = await import('./address-writer.ts')
  const held = (name: string, query = '') => writer.valueOn(location.pathname, new URLSearchParams(query), name)
  return { ...writer, location, steps, held }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('values of the address', () => {
  test('hold at once, and in the address beside what is there', async () => {
    const { setValues, steps, held } = await onPage('/board?tab=layers')
    setValues('/board', { cell: 'web.2' }, { history: 'push' })
    expect(held('cell')).toBe('web.2')
    expect(steps).toEqual(['push /board?tab=layers&cell=web.2'])
  })

  test('stay readable in the address, and leave no sign behind when they are taken out', async () => {
    const { queryWith } = await onPage('/')
    expect(queryWith('', [['gate', 'web/unit:fast & more']])).toBe('gate=web/unit:fast+%26+more')
    expect(queryWith('?gate=web%2Funit&q=x', [['gate', null]])).toBe('q=x')
  })

  test('are written together when they come quickly, and a step stays a step', async () => {
    const { setValues, steps, held } = await onPage('/board')
    setValues('/board', { cell: 'a' }, { history: 'push' })
    setValues('/board', { cell: 'b' }, { history: 'push' })
    setValues('/board', { cell: 'c' }, { history: 'replace' })
    expect(held('cell')).toBe('c')
    expect(steps).toEqual(['push /board?cell=a'])
    vi.advanceTimersByTime(200)
    expect(steps).toEqual(['push /board?cell=a', 'push /board?cell=c'])
  })

  test('do not go back to an older text while a newer one is under way', async () => {
    const { arriveAt, setValues, held } = await onPage('/domains')
    const asked: string[] = []
    const writing = { history: 'replace', ask: (href: string) => asked.push(href) } as const
    setValues('/domains', { q: 'a' }, writing)
    setValues('/domains', { q: 'ab' }, writing)
    arriveAt('q=a')
    expect(held('q', 'q=a')).toBe('ab')
    vi.advanceTimersByTime(200)
    expect(asked).toEqual(['/domains?q=a', '/domains?q=ab'])
    arriveAt('q=ab')
    expect(held('q', 'q=ab')).toBe('ab')
    expect(held('q', 'q=other')).toBe('other')
  })

  test('give way to an address from elsewhere', async () => {
    const { arriveAt, setValues, steps, held } = await onPage('/board')
    setValues('/board', { cell: 'a' }, { history: 'push' })
    setValues('/board', { cell: 'b' }, { history: 'push' })
    arriveAt('cell=z')
    expect(held('cell', 'cell=z')).toBe('z')
    vi.advanceTimersByTime(200)
    expect(steps).toHaveLength(1)
  })

  test('are not written on a page that somebody has gone on to', async () => {
    const { location, setValues, steps } = await onPage('/board')
    setValues('/board', { q: 'a' }, { history: 'replace' })
    setValues('/board', { q: 'ab' }, { history: 'replace' })
    location.pathname = '/skips'
    vi.advanceTimersByTime(200)
    expect(steps).toEqual(['replace /board?q=a'])
  })
})
