import { chooseStyle, type Style } from '#cli/render/style.ts'
import type { Terminal } from './terminal.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean
  readonly repo?: string
  readonly server?: string
  readonly token?: string
}

/** What a command is given: its surroundings and the options that hold everywhere. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly options: GlobalOptions
}

/** Columns that output for a person keeps to. */
export const WIDTH = 80

/** Prints one document as JSON; the same document gives the same bytes. */
export function printJson({ terminal }: CommandContext, document: unknown): void {
  terminal.print(`${JSON.stringify(document, null, 2)}\n`)
}

/** The marks that standard output may carry. */
export function styleOf({ terminal }: CommandContext): Style {
  return chooseStyle(terminal.env, terminal.isPerson)
}
