import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommandFault } from '#cli/command-fault.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { readConnection } from '#cli/server/connection.ts'
import { repositoryName } from '#cli/server/repository-name.ts'
import { finishPosting } from '#cli/spool/finish-posting.ts'
import { postDurably } from '#cli/spool/post-durably.ts'
import { spoolFolder } from '#cli/spool/spool-folder.ts'
import { decodeUtf8 } from '#lib/formats/text-file.ts'
import type { Content } from '#lib/model/content.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'
import { headContent } from './content-options.ts'

/** As many as the server takes at once; of a batch all are recorded or none. */
const MOST_IN_BATCH = 200

/**
 * Records every line of a file, each the JSON body of one result, in batches. The key of a batch is made from what is in it: the same
 * file twice is recorded once. A line without content is about HEAD.
 */
export async function recordLines(context: CommandContext, file: string): Promise<ExitCode> {
  const { terminal } = context
  const connection = readConnection(context.options, terminal.env)
  const repository = await locateRepository({ repo: context.options.repo, cwd: terminal.cwd, env: terminal.env })
  const lines = readLines(file, file === '-' ? await terminal.readInput() : readFile(resolve(terminal.cwd, file)))
  let head: Content | null = null
  const bodies: Record<string, unknown>[] = []
  for (const line of lines) {
    if (line.content === undefined) head ??= await headContent(repository)
    bodies.push(line.content === undefined ? { ...line, content: head } : line)
  }
  const folder = spoolFolder(repository.root, terminal.env)
  const name = await repositoryName(repository, context.options.repo === undefined && head === null)
  const items: unknown[] = []
  let [known, spooled] = [0, 0]
  for (let at = 0; at < bodies.length; at += MOST_IN_BATCH) {
    const batch = bodies.slice(at, at + MOST_IN_BATCH)
    const body = JSON.stringify(batch)
    const key = `lines-${createHash('sha256').update(`${name.name}\n${body}`).digest('hex')}`
    const delivery = await postDurably({ folder, connection, repository: name, endpoint: 'evidence', body, key })
    const what = `${visible(file)} from line ${at + 1}`
    const document = finishPosting({ ...context, options: { ...context.options, json: false } }, { connection, folder, delivery, what })
    const answer = Object(document) as { items?: unknown; replayed?: unknown }
    if (document === null) spooled += batch.length
    else if (Array.isArray(answer.items)) items.push(...answer.items)
    if (answer.replayed === true) known += batch.length
  }
  if (context.options.json === true) printJson(context, { version: 1, items, known, spooled })
  else
    terminal.print(`${count(bodies.length - known - spooled, 'result')} recorded, ${known} recorded before, ${spooled} kept in the spool\n`)
  return spooled > 0 ? EXIT.unreachable : EXIT.yes
}

function readFile(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CommandFault('file-unreadable', `--from cannot be read: ${visible(why)}.`, 'Give a file with one JSON object a line.', {
      cause,
    })
  }
}

function readLines(file: string, bytes: Uint8Array): Record<string, unknown>[] {
  const lines = (decodeUtf8(bytes) ?? '').split('\n').map((text, at) => ({ text, line: at + 1 }))
  const said = lines.filter(({ text }) => text.trim() !== '')
  if (said.length === 0)
    throw new CommandFault('file-unreadable', `${visible(file)} has no line of UTF-8 text.`, 'Write one JSON object a line.')
  return said.map(({ text, line }) => {
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    } catch {
      // Said below.
    }
    throw new CommandFault(
      'file-unreadable',
      `${visible(file)}:${line} is no JSON object.`,
      'Write one JSON object a line; nothing was sent.',
    )
  })
}
