/** A file of an operating model as a client sends it: its text, or its bytes in base64 when they are not UTF-8. */
export type ModelSource = { readonly path: string; readonly text: string } | { readonly path: string; readonly base64: string }
