import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { locateRepository } from '#cli/git/repository.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { readConnection } from '#cli/server/connection.ts'
import { problemSentence, serverFault } from '#cli/server/server-fault.ts'
import { flushSpool, waitingItems } from '#cli/spool/flush-spool.ts'
import { spoolFolder } from '#cli/spool/spool-folder.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** Delivers the spool, oldest first. What the server refuses is put aside and is exit 1; a server that is still away is exit 3. */
export async function flushCommand(context: CommandContext): Promise<ExitCode> {
  const { terminal, options } = context
  const repository = await locateRepository({ repo: options.repo, cwd: terminal.cwd, env: terminal.env })
  const folder = spoolFolder(repository.root, terminal.env)
  if (waitingItems(folder).length === 0) {
    if (options.json === true) printJson(context, { version: 1, delivered: 0, refused: [], left: 0 })
    else terminal.print('nothing waits in the spool\n')
    return EXIT.yes
  }
  const connection = readConnection(options, terminal.env)
  const { delivered, refused, left, stopped } = await flushSpool(folder, connection)
  const fault = stopped === null ? null : serverFault(connection, stopped)
  if (options.json === true) {
    const error = fault === null ? {} : { error: { code: fault.code, message: fault.message, hint: fault.hint } }
    printJson(context, { version: 1, delivered, refused, left, ...error })
  } else {
    terminal.print(`${delivered} delivered, ${refused.length} refused, ${left} left\n`)
    for (const { file, about, problem } of refused) {
      terminal.print(`  refused (${problem.status}) ${visible(about)}: ${problemSentence(problem)}\n    put aside as ${visible(file)}\n`)
    }
  }
  if (fault !== null)
    terminal.note(
      `lanekeeper: ${visible(fault.message)}\n  ${count(left, 'item')} still wait${left === 1 ? 's' : ''}. ${visible(fault.hint)}\n`,
    )
  if (fault !== null) return fault.exit
  return refused.length > 0 ? EXIT.no : EXIT.yes
}
