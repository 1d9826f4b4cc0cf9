import { visibleText } from '#components/ui/visible-segments.ts'
import type { PlanRequest } from '#lib/client/plans.ts'
import type { InputTab } from './input-tab.ts'
import { parsePaths } from './parse-paths.ts'
import { stripHunks } from './strip-hunks.ts'

/** What stands in the two fields of the plan explorer. */
export interface Draft {
  readonly diff: string
  readonly files: string
}

/** The change that a draft describes, or what is wrong with it and where. Of a diff only the header lines are in it. */
export function readDraft(tab: InputTab, draft: Draft): { readonly change: PlanRequest } | { readonly fault: string } {
  if (tab === 'files') {
    const files = parsePaths(draft.files)
    return files.length === 0 ? { fault: 'Line 1: no path. Write one changed path a line.' } : { change: { files } }
  }
  const diff = stripHunks(draft.diff)
  const cut = diff.text.split('\n').findIndex((line) => line.startsWith('@@ '))
  if (cut >= 0) return { fault: `Line ${cut + 1}: this hunk has fewer lines than it says, so the diff was cut. Paste all of it.` }
  if (diff.text !== '') return { change: { diff: diff.text } }
  const lines = draft.diff.split(/\r?\n/)
  const at = lines.findIndex((line) => line.trim() !== '')
  if (at < 0) return { fault: 'Line 1: nothing to read. Paste the output of git diff.' }
  return { fault: `Line ${at + 1}: “${visibleText(lines[at] ?? '').slice(0, 60)}” does not begin a diff. Paste the output of git diff.` }
}
