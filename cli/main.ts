import { CommanderError } from 'commander'
import { chooseStyle } from '#cli/render/style.ts'
import { visible } from '#lib/wording/fit-text.ts'
import { CommandFault } from './command-fault.ts'
import { commandLine } from './command-line.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

export { processTerminal } from './terminal.ts'

/**
 * Runs one command and gives the exit status (contract, §3; `run` ends as its command does). Never throws: a fault is printed with what to do about it, anything else is
 * a bug of ours and is printed with its stack. With `--json` exactly one document is printed on standard output, also for these.
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await commandLine(terminal).run(argv)
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) return EXIT.yes
    printFault(fault, wantsJson(argv), terminal)
    return fault.exit
  }
}

interface PrintedFault {
  readonly exit: ExitCode
  readonly code: string
  readonly message: string
  readonly hint: string
  readonly diagnostics: CommandFault['diagnostics']
  /** For a bug: where it happened. */
  readonly stack: string | null
}

/** What is to be said about anything thrown; null when it was no fault at all (help that was asked for). */
function faultOf(error: unknown): PrintedFault | null {
  if (error instanceof CommandFault) return { ...pick(error), stack: null }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return null
    const [message = '', ...rest] = (error.code === 'commander.help' ? 'No command is given.' : error.message)
      .replace(/^error: /, '')
      .split('\n')
    const hint = [...rest, 'lanekeeper --help lists the commands, lanekeeper COMMAND --help their options.'].join(' ').trim()
    return { exit: EXIT.input, code: 'usage', message, hint, diagnostics: [], stack: null }
  }
  const message = error instanceof Error ? error.message : String(error)
  const hint = 'This is a bug in Lanekeeper. Please report it with the lines above and the command you ran.'
  return { exit: EXIT.bug, code: 'internal', message, hint, diagnostics: [], stack: stackOf(error) }
}

function pick({ exit, code, message, hint, diagnostics }: CommandFault) {
  return { exit, code, message, hint, diagnostics }
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}

function printFault(fault: PrintedFault, json: boolean, terminal: Terminal): void {
  const { code, message, hint, diagnostics, stack } = fault
  const style = chooseStyle(terminal.env, terminal.isPerson)
  if (stack !== null) terminal.note(`${stack}\n`)
  terminal.note(`${style.alarm('lanekeeper:')} ${visible(message)}\n${hint === '' ? '' : `  ${visible(hint)}\n`}`)
  if (json)
    terminal.print(`${JSON.stringify({ error: { code, message, hint, ...(diagnostics.length === 0 ? {} : { diagnostics }) } }, null, 2)}\n`)
}

/** Read from the words themselves: a command line that cannot be parsed must be answered in JSON too. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  return words.some((word, at) => word === '--json' || word === '--format=json' || (word === '--format' && words[at + 1] === 'json'))
}
