import type { ReactNode } from 'react'

/** The ids that tie a control to its hint and its error; give them to the control as `aria-describedby`. */
export function describedBy(id: string, parts: { hint?: unknown; error?: unknown }): string | undefined {
  const ids = [parts.error ? `${id}-error` : null, parts.hint ? `${id}-hint` : null].filter((part) => part !== null)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** A label above its control, the error right below the label where it is read first, the hint below the control. */
export function Field({
  id,
  label,
  hint,
  error,
  children,
}: {
  id: string
  label: string
  hint?: ReactNode
  error?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="min-w-0 space-y-1.5">
      <label htmlFor={id} className="block font-medium text-dense">
        {label}
      </label>
      {error ? (
        <div id={`${id}-error`} role="alert" className="font-medium text-danger-fg text-dense">
          {error}
        </div>
      ) : null}
      {children}
      {hint ? (
        <div id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </div>
      ) : null}
    </div>
  )
}
