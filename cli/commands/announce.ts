import { randomUUID } from 'node:crypto'
import { textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { headContent } from '#cli/evidence/content-options.ts'
import { keyOf, requireGateId } from '#cli/evidence/evidence-options.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { readChangedFiles } from '#cli/git/changed-files.ts'
import { readCommitRange } from '#cli/git/commit-range.ts'
import { requireGit } from '#cli/git/git-process.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { partOf, partsOf, textOfPart } from '#cli/server/answer-parts.ts'
import { type Connection, readConnection } from '#cli/server/connection.ts'
import { demand } from '#cli/server/demand.ts'
import { endpointFor, repositoryName } from '#cli/server/repository-name.ts'
import { parseDuration } from '#lib/formats/duration.ts'
import type { Content } from '#lib/model/content.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'

export interface AnnounceOptions {
  readonly profile: string
  readonly base?: string
  readonly head?: string
  readonly deadline?: string
  readonly key?: string
}

/**
 * Says before a run starts which gates it is going to show, so that one that never comes is seen. With `--base` the server plans the change
 * first and keeps the plan: it says which gates the commit needs. Prints the run's id alone, for a variable.
 */
export async function announceCommand(context: CommandContext, named: readonly string[], options: AnnounceOptions): Promise<ExitCode> {
  const { terminal } = context
  const { key = randomUUID() } = keyOf(options)
  for (const gate of named) requireGateId(gate)
  if (options.base === undefined && named.length === 0) {
    throw new CommandFault('usage', 'No gate is named.', 'Give the gates, or --base REV for those that the change needs.')
  }
  const connection = readConnection(context.options, terminal.env)
  const wish = { repo: context.options.repo, cwd: terminal.cwd, env: terminal.env }
  const repository = await locateRepository(wish)
  const { name } = await repositoryName(repository, false)
  const planned =
    options.base === undefined
      ? null
      : await planOnServer(context, connection, name, { ...options, base: options.base, key: `${key}.plan` })
  const gates = [...new Set([...(planned?.gates ?? []), ...named])]
  const run = await post(connection, key, endpointFor('runs', name), {
    profile: options.profile,
    content: planned?.content ?? (await headContent(repository)),
    gates,
    ...(options.deadline === undefined ? {} : { deadline: deadlineOf(options.deadline) }),
  })
  const id = textOfPart(partOf(run).id)
  if (context.options.json === true) printJson(context, { version: 1, planId: planned?.id ?? null, run })
  else {
    terminal.note(`lanekeeper: ${count(gates.length, 'gate')} announced${planned === null ? '' : ` by plan ${visible(planned.id)}`}\n`)
    terminal.print(`${visible(id)}\n`)
  }
  return EXIT.yes
}

interface PlannedRun {
  readonly id: string
  readonly gates: readonly string[]
  readonly content: Content
}

/** The server routes the change by the model it keeps, not by one that the change may have altered. */
async function planOnServer(
  { terminal, options }: CommandContext,
  connection: Connection,
  name: string | null,
  { base, head = 'HEAD', profile, key }: AnnounceOptions & { readonly base: string; readonly key: string },
): Promise<PlannedRun> {
  const range = await readCommitRange({ repo: options.repo, cwd: terminal.cwd, env: terminal.env }, { base, head })
  const { repository, git, mergeBases } = range
  const { files, diagnostics } = await readChangedFiles(git, mergeBases, range.head, repository.prefix)
  const [fault] = diagnostics.filter((each) => each.severity === 'error')
  // A plan for half a change would need half its gates.
  if (fault !== undefined) throw new CommandFault('git-failed', fault.message, fault.hint)
  const plan = partOf(await post(connection, key, endpointFor('plans', name), { files, profile, base: mergeBases[0], head: range.head }))
  const gitTree = textOf(await requireGit(git, ['rev-parse', '--verify', `${range.head}^{tree}`])).trim()
  return {
    id: textOfPart(plan.id),
    gates: partsOf(plan.gates).map((gate) => textOfPart(gate.id)),
    content: { gitCommit: range.head, gitTree },
  }
}

function post(connection: Connection, key: string, endpoint: string, body: unknown): Promise<unknown> {
  return demand(connection, { method: 'POST', endpoint, body: JSON.stringify(body), key })
}

function deadlineOf(text: string): string {
  const seconds = parseDuration(text)
  if (seconds === null) throw new CommandFault('usage', `--deadline takes a duration: ${visible(text)}`, 'Write it as 90m, 6h or 2d.')
  return new Date(Date.now() + seconds * 1000).toISOString()
}
