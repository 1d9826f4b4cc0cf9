import type { ModelMemory } from '#cli/memory/model-memory.ts'
import { bytesOf, joinBytes } from './bytes.ts'

/** Where a command writes and what it knows of its surroundings; everything outside the process comes through here. */
export interface Terminal {
  /** Standard output: the answer, and nothing else. */
  print(text: string): void
  /** Standard error: what a person should know beside the answer. */
  note(text: string): void
  /** All of standard input. */
  readInput(): Promise<Uint8Array>
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** Where models that were read before are kept; null for nowhere. */
  readonly memory: ModelMemory | null
  /** How wide the terminal is; null when nobody knows. */
  readonly columns: number | null
  /** True when a person reads the output directly. */
  readonly isPerson: boolean
}

/** The terminal of this process. A reader that goes away early (`| head`) is not an error: the rest is not written. */
export function processTerminal(memory: ModelMemory | null): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  return {
    print: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    readInput: async () => {
      const chunks: Uint8Array[] = []
      for await (const chunk of process.stdin) chunks.push(bytesOf(Buffer.from(chunk)))
      return joinBytes(chunks)
    },
    env: process.env,
    cwd: process.cwd(),
    memory,
    columns: process.stdout.columns ?? null,
    isPerson: process.stdout.isTTY === true,
  }
}
