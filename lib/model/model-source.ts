/** A file of an operating model as a client sends it. A file that is not text cannot be sent. */
export interface ModelSource {
  readonly path: string
  readonly text: string
}
