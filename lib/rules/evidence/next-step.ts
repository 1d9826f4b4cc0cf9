import type { Gate } from '#lib/model/gate.ts'
import type { Reason } from '#lib/model/reason.ts'

type NextStep = NonNullable<Reason['next']>

/** Words that a shell takes as they stand. */
const PLAIN_WORDS = /^[\w@%+=:,./-]+( [\w@%+=:,./-]+)*$/

/** Runs the gate and records what it showed. A command that needs a shell is handed over as one word. */
export function runNext(gate: Pick<Gate, 'id' | 'run'>, label = 'Run it on this content', options = ''): NextStep {
  return { label, command: `lanekeeper run ${gate.id}${options} -- ${gate.run === null ? 'COMMAND' : asWords(gate.run)}` }
}

/** Records what was run elsewhere. */
export function recordNext(gate: Pick<Gate, 'id'>, label: string, options = ''): NextStep {
  return { label, command: `lanekeeper record ${gate.id} --result passed --command TEXT${options}` }
}

/** Declares a skip with a proof. */
export function skipNext(gate: Pick<Gate, 'id'>, profile: string, prior: string): NextStep {
  return {
    label: 'Or declare a skip with this proof',
    command: `lanekeeper skip ${gate.id} --profile ${profile} --reason TEXT --prior ${prior}`,
  }
}

function asWords(command: string): string {
  return PLAIN_WORDS.test(command) ? command : `'${command.replaceAll("'", `'\\''`)}'`
}
