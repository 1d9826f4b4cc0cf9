'use client'

import { useState } from 'react'
import { PathText } from '#components/vocabulary/path-text.tsx'
import { count } from '#lib/wording/count.ts'

/** So many files are shown before a person asks for all. */
const FIRST = 5

/** The files that start a chain: the first few, and all on request. */
export function ChainFiles({ files, paths }: { files: readonly number[]; paths: readonly string[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? files : files.slice(0, FIRST)
  return (
    <>
      <ul>
        {shown.map((position) => (
          <li key={position}>
            <PathText path={paths[position] ?? ''} limit={160} />
          </li>
        ))}
      </ul>
      {files.length > FIRST ? (
        <button
          type="button"
          onClick={() => setAll(!all)}
          aria-expanded={all}
          className="mt-0.5 min-h-6 font-medium text-link hover:underline"
        >
          {all ? 'Show fewer' : `Show all ${count(files.length, 'file')}`}
        </button>
      ) : null}
    </>
  )
}
