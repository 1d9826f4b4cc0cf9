import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommandFault } from '#cli/command-fault.ts'
import { partOf } from '#cli/server/answer-parts.ts'
import type { Connection } from '#cli/server/connection.ts'
import { demand } from '#cli/server/demand.ts'

const PAGE = 200

/**
 * The audit chain of a server, oldest entry first, as the server has it. It answers the newest first, so the pages are laid on the disk
 * and taken up again from the last: the chain may be larger than memory.
 */
export async function* serverChain(connection: Connection): AsyncGenerator<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-audit-'))
  const file = openSync(join(folder, 'pages'), 'wx+', 0o600)
  try {
    const pages: { at: number; length: number }[] = []
    let end = 0
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = partOf(await demand(connection, { method: 'GET', endpoint: endpointOf(cursor) }))
      if (!Array.isArray(page.items)) throw unclear()
      const bytes = Buffer.from(JSON.stringify(page.items))
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written, bytes.length - written, end + written)
      pages.push({ at: end, length: bytes.length })
      end += bytes.length
      // A cursor that comes again would be asked for without end.
      if (page.next === cursor) throw unclear()
      cursor = typeof page.next === 'string' ? page.next : null
    }
    for (const { at, length } of pages.reverse()) yield* readPage(file, at, length).reverse()
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
}

function endpointOf(cursor: string): string {
  return `audit?${new URLSearchParams({ limit: String(PAGE), ...(cursor === '' ? {} : { cursor }) })}`
}

function readPage(file: number, at: number, length: number): unknown[] {
  const bytes = Buffer.alloc(length)
  for (let read = 0; read < length; ) {
    const more = readSync(file, bytes, read, length - read, at + read)
    if (more === 0) throw new Error('the pages of the audit chain are shorter than they were written')
    read += more
  }
  return JSON.parse(bytes.toString('utf8')) as unknown[]
}

function unclear(): CommandFault {
  return new CommandFault(
    'server-answer-unclear',
    'The server does not answer a page of audit entries.',
    'Use a command line of its version.',
  )
}
