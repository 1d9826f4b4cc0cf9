import { spawn } from 'node:child_process'

/** How a command ended. */
export interface ChildEnd {
  /** As a shell would say it: the command's own status, 128 and the signal's number, 127 not found, 126 not runnable. */
  readonly status: number
  /** Why it did not run, or did not end by itself; null when it ended by itself. */
  readonly trouble: string | null
  readonly startedAt: Date
  readonly finishedAt: Date
  /** True when this process was asked to stop meanwhile. */
  readonly interrupted: boolean
}

export interface ChildPlace {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** True: what the command prints goes to standard error, because standard output is for our own document. */
  readonly quietOutput: boolean
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

const NUMBERS: Readonly<Record<string, number>> = {
  ...SIGNALS,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGABRT: 6,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
}

/**
 * Runs a command with this process's own input and outputs, so that nothing is changed on the way. Signals are passed on; this process
 * outlives them to say how it ended. At a keyboard the command gets Ctrl+C from the terminal itself, and not a second time from here.
 */
export function runChild([program = '', ...args]: readonly string[], place: ChildPlace): Promise<ChildEnd> {
  const startedAt = new Date()
  return new Promise((resolve) => {
    let interrupted = false
    const child = spawn(program, args, {
      cwd: place.cwd,
      env: place.env,
      stdio: ['inherit', place.quietOutput ? 2 : 'inherit', 'inherit'],
    })
    const passOn = (signal: NodeJS.Signals) => {
      interrupted = true
      if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal)
    }
    const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]
    for (const name of names) process.on(name, passOn)
    const end = (status: number, trouble: string | null) => {
      for (const name of names) process.off(name, passOn)
      resolve({ status, trouble, startedAt, finishedAt: new Date(), interrupted })
    }
    child.on('error', (error: NodeJS.ErrnoException) => {
      // An error after the start is one of passing a signal on; how the command ended is still to come.
      if (child.pid === undefined) end(error.code === 'ENOENT' ? 127 : 126, `it could not be started: ${error.message}`)
    })
    child.on('close', (status, signal) => {
      if (child.pid === undefined) return
      if (status !== null) end(status, null)
      else end(128 + (NUMBERS[signal ?? ''] ?? 0), `it was ended by ${signal}`)
    })
  })
}
