import { Command, Option } from 'commander'
import { PLAN_FORMATS, type PlanFormat } from '#cli/commands/plan-format.ts'
import type { PlanOptions } from '#cli/plan/plan-request.ts'
import { version } from '../package.json'
import type { ExitCode } from './exit-code.ts'
import type { CommandContext, GlobalOptions } from './output.ts'
import type { Terminal } from './terminal.ts'

/** The command line as it can be run. */
export interface CommandLine {
  /** Runs one command and gives its exit status. Help that is asked for is printed; what cannot be understood is thrown. */
  run(argv: readonly string[]): Promise<ExitCode>
}

/** The grammar of the command line (contract, §3). Each command's code is loaded when it is called. */
export function commandLine(terminal: Terminal): CommandLine {
  let status: ExitCode = 0
  const program = new Command('lanekeeper')
    .description('Which gates a change needs, each with the reason, the file and the line.')
    .version(version, '-V, --version', 'print the version')
    .option('--json', 'print one JSON document on standard output')
    .option('--repo <dir>', 'the repository (default: the git root of the current folder)')
    .option('--server <url>', 'the Lanekeeper server (default: $LANEKEEPER_URL)')
    .option('--token <token>', 'the token it knows this machine by (default: $LANEKEEPER_TOKEN)')
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .helpCommand('help [command]', 'explain a command')
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.print(text), writeErr: () => {} })

  const command = (usage: string, description: string) => program.command(usage).description(description)
  const contextOf = (added: Command): CommandContext => ({ terminal, options: added.optsWithGlobals<GlobalOptions>() })

  const init = command('init', 'write a starter model into a repository; never overwrites').option(
    '--dry-run',
    'say what would be written, and write nothing',
  )
  init.action(async (options: { dryRun?: boolean }) => {
    status = await (await import('#cli/commands/init.ts')).initCommand(contextOf(init), options)
  })

  const lint = command('lint', 'compile the model and print every diagnostic; exit 2 on an error')
  lint.action(async () => {
    status = await (await import('#cli/commands/lint.ts')).lintCommand(contextOf(lint))
  })

  const plan = withChange(command('plan', 'print the gates that a change must pass')).addOption(
    new Option('--format <format>', 'how to print it (default: table)').choices([...PLAN_FORMATS]),
  )
  plan.action(async (options: PlanOptions & { format?: PlanFormat }) => {
    status = await (await import('#cli/commands/plan.ts')).planCommand(contextOf(plan), options)
  })

  const explain = withChange(command('explain', 'say why a gate is required, or the rule that left it out')).argument(
    '<gate>',
    'id of the gate',
  )
  explain.action(async (gate: string, options: PlanOptions) => {
    status = await (await import('#cli/commands/explain.ts')).explainCommand(contextOf(explain), gate, options)
  })

  const owner = command('owner', 'print the owners of paths, with map file and line').argument('<path...>', 'paths in the repository')
  owner.action(async (paths: string[]) => {
    status = await (await import('#cli/commands/owner.ts')).ownerCommand(contextOf(owner), paths)
  })

  const sync = command('sync', 'send the model of the working tree to the server')
  sync.action(async () => {
    status = await (await import('#cli/commands/sync.ts')).syncCommand(contextOf(sync))
  })

  return {
    run: async (argv) => {
      await program.parseAsync([...argv], { from: 'user' })
      return status
    },
  }
}

/** The options that say which change is meant. */
function withChange(command: Command): Command {
  return command
    .option('--base <rev>', 'plan what changed since the merge base of this commit and --head')
    .option('--head <rev>', 'the commit with the change (default: HEAD)')
    .option('--files-from <file>', 'plan the paths in a file, one a line; - reads standard input')
    .option('--profile <profile>', 'the release profile that the plan is for')
}
