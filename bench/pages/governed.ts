import { manyLanes } from '../history/lanes.ts'
import { type ServerUnderTest, startServer } from '../history/server.ts'

const BATCH = 200

export const COMMIT = 'c0ffee'.padEnd(40, '0')

/** A server with so many domains of 30 gates each, and a candidate of which everything was recorded. */
export interface Governed extends ServerUnderTest {
  readonly domains: number
  readonly gates: readonly string[]
  post(path: string, body: unknown): Promise<Readonly<Record<string, unknown>>>
}

/** Starts it, open to readers, and records one piece of evidence for every gate; every fiftieth failed. */
export async function startGoverned(domains: number): Promise<Governed> {
  const server = await startServer({ LANEKEEPER_PUBLIC_READ: '1' })
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${server.base}/api/v1/${path}`, { method: 'POST', headers: server.headers, body: JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`)
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  }
  await post('models', manyLanes(domains))
  const model = (await (await fetch(`${server.base}/api/v1/models/current`)).json()) as {
    readonly lanes: readonly { readonly gates: readonly { readonly id: string }[] }[]
  }
  const gates = [...new Set(model.lanes.flatMap(({ gates }) => gates.map(({ id }) => id)))]
  for (let at = 0; at < gates.length; at += BATCH) {
    await post(
      'evidence',
      gates.slice(at, at + BATCH).map((gate, of) => evidenceOf(gate, (at + of) % 50 === 49 ? 'failed' : 'passed')),
    )
  }
  return { ...server, domains, gates, post }
}

/** Evidence of a gate on the candidate. */
export function evidenceOf(gate: string, result: 'passed' | 'failed', more: Readonly<Record<string, unknown>> = {}): object {
  return { gate, result, command: `make ${gate}`, exitCode: result === 'passed' ? 0 : 1, content: { gitCommit: COMMIT }, ...more }
}
