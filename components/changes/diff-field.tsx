'use client'

import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { describedBy, Field } from '#components/ui/field.tsx'
import { count } from '#lib/wording/count.ts'
import { type FieldProps, fieldFault } from './field-fault.tsx'
import { hasHunk, stripHunks } from './strip-hunks.ts'

/** The diff: pasted, dropped or chosen. Code is taken out at once, so what stands in the field is what is sent. */
export function DiffField({ draft, edit, fault, failure }: FieldProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [dropped, setDropped] = useState(0)
  const [over, setOver] = useState(false)

  function take(text: string) {
    if (!hasHunk(text)) {
      setDropped(0)
      edit({ diff: text })
      return
    }
    const stripped = stripHunks(text)
    if (stripped.dropped > 0) setDropped(stripped.dropped)
    edit({ diff: stripped.text })
  }

  async function takeFile(file: File | undefined) {
    if (file !== undefined) take(await file.text())
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void takeFile(event.dataTransfer.files[0])
  }

  const error = fieldFault({ fault, failure })
  return (
    <Field
      id="diff"
      label="Unified diff"
      error={error}
      hint={
        <span role="status">
          {dropped > 0
            ? `${count(dropped, 'line')} of code and prose taken out: only these header lines are sent and kept.`
            : 'Code never leaves the browser: only the lines that name files are sent and kept.'}
        </span>
      }
    >
      <textarea
        id="diff"
        value={draft.diff}
        onChange={(event) => take(event.target.value)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        rows={10}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={error !== null}
        aria-describedby={describedBy('diff', { hint: true, error })}
        placeholder="Paste the output of git diff, or drop a .diff file here"
        className={classNames('control block min-h-60 w-full resize-y px-3 py-2 font-mono text-dense', over && 'outline-2 outline-focus')}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="compact" onClick={() => chooser.current?.click()}>
          <FileUp aria-hidden="true" className="size-3.5" />
          Choose a .diff file
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".diff,.patch,text/plain,text/x-diff"
          hidden
          onChange={(event) => {
            void takeFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
    </Field>
  )
}
