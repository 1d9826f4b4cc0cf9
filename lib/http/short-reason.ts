/** What an error of another service says, for the log, without what it carries: answers of a sign-in provider hold claims and tokens. */
export function shortReason(error: unknown): string | null {
  if (error === undefined) return null
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return `${error.message}${code}${cause}`
}
