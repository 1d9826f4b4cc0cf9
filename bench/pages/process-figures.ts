import { readdirSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

/** MiB of memory that a process holds (Linux). */
export function residentMebibytes(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (found === undefined) throw new Error(`process ${pid} says nothing of its memory`)
  return Number(found) / 1024
}

/** Milliseconds of processor time that all threads of a process have had, to the microsecond and without asking it (Linux). */
export function processorMs(pid: number): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const [spent = ''] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
    return Number(spent)
  })
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6
}

/** Milliseconds until the first byte of an answer's body. */
export async function untilFirstByte(address: string): Promise<number> {
  const startedAt = performance.now()
  const answer = await fetch(address)
  const reader = answer.body?.getReader()
  await reader?.read()
  const took = performance.now() - startedAt
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  while ((await reader?.read())?.done === false);
  return took
}

/** Reads an address to its end; answers how many bytes it has. */
export async function readWhole(address: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const answer = await fetch(address, { headers })
  const bytes = (await answer.arrayBuffer()).byteLength
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return bytes
}

/** A connection that has rested is given up before the server does so, which would be while it is taken up again. */
const connections = new Agent({ keepAlive: true, timeout: 2_000 })

/**
 * Asks as a browser or the command line does, with what is sent taken off the wire and left as it is: unpacking it would measure who asks,
 * on the processors that the server needs.
 */
export function takeAnswer(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = get(address, { agent: connections, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${address} answered ${answer.statusCode}`))))
    })
    asked.on('error', reject)
  })
}
