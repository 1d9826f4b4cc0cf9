import type { Place } from '#lib/model/place.ts'

/** What a reason rests on, taken apart. */
export type Reference =
  | { readonly kind: 'evidence' | 'skip' | 'run' | 'gate' | 'exception'; readonly id: string }
  | { readonly kind: 'file'; readonly place: Place }
  | { readonly kind: 'other'; readonly text: string }

const KINDS = ['evidence', 'skip', 'run', 'gate', 'exception'] as const

/** Reads `evidence:<id>`, `skip:<id>`, `run:<id>`, `gate:<id>`, `exception:<id>` or `file:<path>:<line>`; anything else stays the text it is. */
export function parseReference(text: string): Reference {
  const [, name, id] = /^([a-z]+):(.+)$/s.exec(text) ?? []
  if (name === undefined || id === undefined) return { kind: 'other', text }
  const kind = KINDS.find((each) => each === name)
  if (kind !== undefined) return { kind, id }
  const [, file, line] = /^(.+):(\d+)$/s.exec(id) ?? []
  if (name === 'file' && file !== undefined && line !== undefined) return { kind: 'file', place: { file, line: Number(line) } }
  return { kind: 'other', text }
}
