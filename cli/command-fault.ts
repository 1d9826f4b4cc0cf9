import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { EXIT, type ExitCode } from './exit-code.ts'

/** Every fault that ends a command. Stable: scripts switch on these. */
export type FaultCode =
  | 'usage'
  | 'not-a-folder'
  | 'not-a-repository'
  | 'bare-repository'
  | 'git-absent'
  | 'git-failed'
  | 'revision-refused'
  | 'revision-unknown'
  | 'revision-ambiguous'
  | 'history-shallow'
  | 'history-unrelated'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'path-outside'
  | 'profile-unknown'
  | 'gate-unknown'
  | 'too-many-gates'
  | 'source-not-text'
  | 'token-absent'
  | 'server-refused'
  | 'server-unreachable'
  | 'server-answer-unclear'
  | 'content-unknown'
  | 'content-refused'
  | 'spool-unusable'
  | 'spool-full'
  | 'report-unreadable'
  | 'no-profile'
  | 'not-signed'
  | 'key-unreadable'

/** Ends a command with a sentence for a person, what to do about it, and the exit status. Caught in `main` alone. */
export class CommandFault extends Error {
  readonly code: FaultCode
  readonly hint: string
  readonly exit: ExitCode
  readonly diagnostics: readonly Diagnostic[]

  constructor(
    code: FaultCode,
    message: string,
    hint: string,
    more: { exit?: ExitCode; diagnostics?: readonly Diagnostic[]; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? {} : { cause: more.cause })
    this.name = 'CommandFault'
    this.code = code
    this.hint = hint
    this.exit = more.exit ?? EXIT.input
    this.diagnostics = more.diagnostics ?? []
  }
}
