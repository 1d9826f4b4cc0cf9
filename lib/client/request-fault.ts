/** What went wrong with a request, in words a person can act on. */
export interface RequestFault {
  readonly title: string
  readonly detail: string
  /** The API's stable code; null when no answer came, or one that is not a problem document. */
  readonly code: string | null
  readonly status: number | null
  /** Names the request in the server's log. */
  readonly requestId: string | null
  /** The parts of the request that are at fault. */
  readonly errors: readonly { readonly path: string; readonly message: string }[]
}

/** The fault where no answer came. */
export const NO_ANSWER: RequestFault = {
  title: 'No answer from the server',
  detail: 'The server could not be reached. Check the connection and try again.',
  code: null,
  status: null,
  requestId: null,
  errors: [],
}
