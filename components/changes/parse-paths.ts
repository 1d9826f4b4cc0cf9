import type { ChangedFile, ChangeKind } from '#lib/model/change.ts'

const STATUS: Readonly<Record<string, ChangeKind>> = { A: 'added', M: 'modified', D: 'deleted', T: 'type-changed' }

const STATUS_LINE = /^([AMDT]|[RC]\d{0,3})\t([^\t]+)(?:\t([^\t]+))?$/

/**
 * Reads one path a line, or the output of `git diff --name-status` when every line has that form. Empty lines do not
 * count; everything else is taken as it stands, spaces included.
 */
export function parsePaths(text: string): readonly (string | ChangedFile)[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  const read = lines.map((line) => STATUS_LINE.exec(line))
  return read.every((match) => match !== null) ? read.flatMap(statusLine) : lines
}

function statusLine([, status = '', path = '', to]: readonly (string | undefined)[]): ChangedFile[] {
  const change = STATUS[status]
  if (change !== undefined) return [{ path, change }]
  const kind = status.startsWith('R') ? 'renamed' : 'copied'
  return to === undefined
    ? [{ path, change: kind }]
    : [
        { path, change: kind, to },
        { path: to, change: kind, from: path },
      ]
}
