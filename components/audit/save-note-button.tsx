'use client'

import { Button } from '#components/ui/button.tsx'
import { saveText } from '#components/ui/save-text.ts'

/** Saves a signed note as a file, to be kept where this server cannot reach it. */
export function SaveNoteButton({ note, size }: { note: string; size: number }) {
  return (
    <Button size="compact" onClick={() => saveText(note, `lanekeeper-checkpoint-${size}.note`, 'text/plain')}>
      Save the note
    </Button>
  )
}
