import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson } from '#cli/output.ts'
import { readConnection } from '#cli/server/connection.ts'
import { demand } from '#cli/server/demand.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** Closes an announced run: what it announced and did not show is missing from now on. */
export async function closeCommand(context: CommandContext, run: string): Promise<ExitCode> {
  const { terminal, options } = context
  const connection = readConnection(options, terminal.env)
  const answer = await demand(connection, {
    method: 'PATCH',
    endpoint: `runs/${encodeURIComponent(run)}`,
    body: JSON.stringify({ state: 'closed' }),
  })
  if (options.json === true) printJson(context, answer)
  else terminal.print(`run ${visible(run)} is closed\n`)
  return EXIT.yes
}
