import { CommandFault } from '#cli/command-fault.ts'
import { visible } from '#lib/wording/fit-text.ts'
import type { RunOptions } from './ci-facts.ts'
import type { ContentOptions } from './content-options.ts'

/** The options that `run` and `record` share. */
export interface EvidenceOptions extends ContentOptions {
  readonly profile?: string
  readonly artifact?: readonly string[]
  readonly junit?: string
  readonly findings?: string
  readonly run?: string
  readonly runId?: string
  readonly attempt?: string
  readonly supersedes?: readonly string[]
  readonly reason?: string
  readonly key?: string
}

const SEGMENT = '[a-z0-9][a-z0-9._-]{0,62}'
const GATE = new RegExp(`^(?:global/${SEGMENT}|${SEGMENT}/(?:local|smoke|evidence)/${SEGMENT})$`)

/** Faults for what can be no gate id, before anything is run or sent. */
export function requireGateId(gate: string): void {
  if (GATE.test(gate)) return
  throw new CommandFault(
    'usage',
    `${visible(gate)} is no gate id.`,
    'A gate id is global/GATE, DOMAIN/local/GATE, DOMAIN/smoke/GATE or DOMAIN/evidence/GATE; lanekeeper plan --json lists them.',
  )
}

/** The named run and attempt. */
export function runOptions({ runId, attempt }: EvidenceOptions): RunOptions {
  return {
    ...(runId === undefined ? {} : { runId }),
    ...(attempt === undefined ? {} : { attempt: wholeNumber('--attempt', attempt, 1) }),
  }
}

/** The announced run that a result belongs to. */
export function announcedRun({ run }: EvidenceOptions, env: Readonly<Record<string, string | undefined>>): string | null {
  const named = run ?? env.LANEKEEPER_RUN ?? ''
  return named === '' ? null : named
}

/** A whole number that an option takes. */
export function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text)
  if (/^\d{1,10}$/.test(text) && number >= least && number <= 2_147_483_647) return number
  throw new CommandFault('usage', `${option} takes a whole number, ${least} or more: ${visible(text)}`, '')
}

/** The key that is named: a step of a pipeline that is run again asks the same once. It stands in a file's name, so it is a plain word. */
export function keyOf({ key }: { readonly key?: string }): { readonly key?: string } {
  if (key === undefined) return {}
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{7,99}$/.test(key)) return { key }
  throw new CommandFault('usage', `--key is not a key: ${visible(key)}`, 'Use 8 to 100 letters, digits, dots, hyphens and underscores.')
}
