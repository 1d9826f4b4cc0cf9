'use client'

import { describedBy, Field } from '#components/ui/field.tsx'
import { type FieldProps, fieldFault } from './field-fault.tsx'

/** The changed files, one path a line. */
export function FilesField({ draft, edit, fault, failure }: FieldProps) {
  const error = fieldFault({ fault, failure })
  return (
    <Field id="files" label="Changed files" error={error} hint="One path a line, or the output of git diff --name-status.">
      <textarea
        id="files"
        value={draft.files}
        onChange={(event) => edit({ files: event.target.value })}
        rows={10}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={error !== null}
        aria-describedby={describedBy('files', { hint: true, error })}
        placeholder={'packages/platform/billing/ledger.go\ntools/release.sh'}
        className="control block min-h-60 w-full resize-y px-3 py-2 font-mono text-dense"
      />
    </Field>
  )
}
