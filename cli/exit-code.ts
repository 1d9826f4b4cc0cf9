/** What the command's exit status says (contract, §3). */
export const EXIT = {
  /** Yes, or done. */
  yes: 0,
  /** The answer is no. */
  no: 1,
  /** Usage, configuration or input fault. */
  input: 2,
  /** The server cannot be reached. */
  unreachable: 3,
  waiting: 5,
  /** Our own bug. */
  bug: 70,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
