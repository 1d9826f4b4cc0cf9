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
