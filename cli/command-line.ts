import { Command, Option } from 'commander'
import type { AnnounceOptions } from '#cli/commands/announce.ts'
import type { AuditVerifyOptions } from '#cli/commands/audit.ts'
import type { CheckOptions } from '#cli/commands/check.ts'
import type { PacketOptions } from '#cli/commands/packet.ts'
import { PLAN_FORMATS, type PlanFormat } from '#cli/commands/plan-format.ts'
import type { RecordOptions } from '#cli/commands/record.ts'
import type { SkipOptions } from '#cli/commands/skip.ts'
import type { EvidenceOptions } from '#cli/evidence/evidence-options.ts'
import type { PlanOptions } from '#cli/plan/plan-request.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { RESIDUAL_RISKS } from '#lib/model/skip.ts'
import { version } from '../package.json'
import type { CommandContext, GlobalOptions } from './output.ts'
import type { Terminal } from './terminal.ts'

/** The command line as it can be run. */
export interface CommandLine {
  /** Runs one command and gives its exit status. Help that is asked for is printed; what cannot be understood is thrown. */
  run(argv: readonly string[]): Promise<number>
}

/** The grammar of the command line (contract, §3). Each command's code is loaded when it is called. */
export function commandLine(terminal: Terminal): CommandLine {
  let status = 0
  const program = new Command('lanekeeper')
    .description('Which gates a change needs and why, what ran, what did not, and who can move it.')
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

  const run = withEvidence(command('run', "run a gate's command, record what came of it, and end as it did"))
    .argument('<gate>', 'id of the gate')
    .argument('<command...>', 'the command, after --; a single word with spaces is run by sh')
  run.action(async (gate: string, words: string[], options: EvidenceOptions) => {
    status = await (await import('#cli/commands/run.ts')).runCommand(contextOf(run), gate, words, options)
  })

  const record = withEvidence(command('record', 'record the result of a gate that ran elsewhere'))
    .argument('[gate]', 'id of the gate')
    .addOption(new Option('--result <result>', 'what came of it').choices([...REPORTED_RESULTS]))
    .option('--command <text>', 'the exact command that ran')
    .option('--exit-code <number>', 'the status it ended with')
    .option('--started <moment>', 'when it started, as 2026-11-24T08:00:00Z')
    .option('--finished <moment>', 'when it ended')
    .option('--key <key>', 'the Idempotency-Key: asked again under it, the same is kept once (default: one of its own)')
    .option('--from <file>', 'record every line of a file, each the JSON of one result; - reads standard input')
  record.action(async (gate: string | undefined, options: RecordOptions) => {
    status = await (await import('#cli/commands/record.ts')).recordCommand(contextOf(record), gate, options)
  })

  const skip = withContent(command('skip', 'declare that a gate is skipped, with the proof that it may be'))
    .argument('<gate>', 'id of the gate')
    .requiredOption('--profile <profile>', 'the fast profile that allows it')
    .requiredOption('--reason <text>', 'why it is skipped')
    .option('--prior <evidence>', 'id of the passing evidence that it leans on')
    .addOption(new Option('--risk <risk>', 'the risk that remains').choices([...RESIDUAL_RISKS]))
    .option('--run <run>', 'the announced run it belongs to (default: $LANEKEEPER_RUN)')
    .option('--key <key>', 'the Idempotency-Key: asked again under it, the same is kept once (default: one of its own)')
  skip.action(async (gate: string, options: SkipOptions) => {
    status = await (await import('#cli/commands/skip.ts')).skipCommand(contextOf(skip), gate, options)
  })

  const flush = command('flush', 'deliver what waits in the spool')
  flush.action(async () => {
    status = await (await import('#cli/commands/flush.ts')).flushCommand(contextOf(flush))
  })

  const announce = command('announce', 'say which gates a run is going to show, before it starts; prints its id')
    .argument('[gate...]', 'ids of gates')
    .requiredOption('--profile <profile>', 'the release profile that the run is for')
    .option('--base <rev>', 'announce the gates of what changed since the merge base of this commit and --head; the server keeps the plan')
    .option('--head <rev>', 'the commit with the change (default: HEAD)')
    .option('--deadline <duration>', 'when it counts as closed, as 6h (default: a day)')
    .option('--key <key>', 'the Idempotency-Key: asked again under it, the same is kept once (default: one of its own)')
  announce.action(async (gates: string[], options: AnnounceOptions) => {
    status = await (await import('#cli/commands/announce.ts')).announceCommand(contextOf(announce), gates, options)
  })

  const close = command('close', 'close an announced run; what it did not show is missing').argument('<run>', 'id of the run')
  close.action(async (run: string) => {
    status = await (await import('#cli/commands/close.ts')).closeCommand(contextOf(close), run)
  })

  const check = command('check', 'the release verdict of a candidate: exit 0 go, 1 no-go, 5 waiting')
    .option('--commit <sha>', 'the commit (default: HEAD)')
    .option('--digest <digest>', 'the artifact, as sha256:HEX')
    .option('--profile <profile>', 'the release profile (default: the only one that is full and enforcing)')
    .option('--wait <duration>', 'ask until nothing is pending any more, as 20m')
  check.action(async (options: CheckOptions) => {
    status = await (await import('#cli/commands/check.ts')).checkCommand(contextOf(check), options)
  })

  const eligibility = command('eligibility', 'the eight items of a domain; exit 0 only when it is eligible')
    .argument('<domain>', 'id of the domain')
    .option('--commit <sha>', 'the commit (default: the newest candidate)')
  eligibility.action(async (domain: string, options: { commit?: string }) => {
    status = await (await import('#cli/commands/eligibility.ts')).eligibilityCommand(contextOf(eligibility), domain, options)
  })

  const board = command('board', 'the readiness board: every domain by the eight items')
    .option('--commit <sha>', 'the commit (default: the newest candidate)')
    .addOption(new Option('--tab <tab>', 'by the eight items or the four layers (default: items)').choices(['items', 'layers']))
  board.action(async (options: { commit?: string; tab?: 'items' | 'layers' }) => {
    status = await (await import('#cli/commands/board.ts')).boardCommand(contextOf(board), options)
  })

  const packet = command('packet', 'fetch the release packet of a promotion')
    .argument('<promotion>', 'id of the promotion')
    .requiredOption('--out <file>', 'where to keep it')
    .option('--in-toto <file>', 'where to keep its two signed in-toto statements, one a line')
  packet.action(async (promotion: string, options: PacketOptions) => {
    status = await (await import('#cli/commands/packet.ts')).packetCommand(contextOf(packet), promotion, options)
  })

  const verifyPacket = command('verify', 'verify a release packet, without a server; exit 1 names the first thing wrong')
    .argument('<packet>', 'the file that packet wrote')
    .option('--pubkey <file>', 'the public key of the server that must have made it (default: the one inside, which shows no origin)')
  verifyPacket.action(async (file: string, options: { pubkey?: string }) => {
    status = await (await import('#cli/commands/verify.ts')).verifyCommand(contextOf(verifyPacket), file, options)
  })

  const audit = command('audit', 'the audit chain')
  const verify = audit
    .command('verify')
    .description('verify every entry here; exit 1 names the first bad one')
    .option('--export <file>', 'verify what audit export wrote, without a server')
    .option('--checkpoint <file>', 'a signed note that the chain must meet; may be given again', collect)
    .option('--pubkey <file>', 'the public key of the server that signed it')
  verify.action(async (options: AuditVerifyOptions) => {
    status = await (await import('#cli/commands/audit.ts')).auditVerifyCommand(contextOf(verify), options)
  })
  const exporting = audit.command('export').description('print every entry, oldest first, one JSON object a line')
  exporting.action(async () => {
    status = await (await import('#cli/commands/audit.ts')).auditExportCommand(contextOf(exporting))
  })

  const checkpoint = audit.command('checkpoint').description('print the newest signed checkpoint, to be kept elsewhere')
  checkpoint.action(async () => {
    status = await (await import('#cli/commands/audit.ts')).auditCheckpointCommand(contextOf(checkpoint))
  })

  return {
    run: async (argv) => {
      await program.parseAsync([...argv], { from: 'user' })
      return status
    },
  }
}

/** For an option that may be given again. */
function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** The options that say which change is meant. */
function withChange(command: Command): Command {
  return command
    .option('--base <rev>', 'plan what changed since the merge base of this commit and --head')
    .option('--head <rev>', 'the commit with the change (default: HEAD)')
    .option('--files-from <file>', 'plan the paths in a file, one a line; - reads standard input')
    .option('--profile <profile>', 'the release profile that the plan is for')
}

/** The options that say which content is meant. */
function withContent(command: Command): Command {
  return command
    .option('--commit <sha>', 'the commit, in full (default: HEAD and its tree)')
    .option('--tree <sha>', 'the tree, in full')
    .option('--digest <digest>', 'the artifact, as sha256:HEX')
}

/** The options that `run` and `record` share. */
function withEvidence(command: Command): Command {
  return withContent(command)
    .option('--profile <profile>', 'the release profile it ran for')
    .option('--artifact <file>', 'a file whose SHA-256 is recorded with it; may be given again', collect)
    .option('--junit <file>', 'the JUnit report with the counts')
    .option('--findings <file>', 'what a guard found, as TSV or SARIF')
    .option('--run <run>', 'the announced run it belongs to (default: $LANEKEEPER_RUN)')
    .option('--run-id <id>', 'names the run where the environment does not')
    .option('--attempt <number>', 'which try within the run it is')
    .option('--supersedes <evidence>', 'id of failing evidence that this pass answers; may be given again', collect)
    .option('--reason <text>', 'what else there is to say')
}
