'use client'

import { Check, Copy, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type ButtonLook, type ButtonSize, buttonLook } from './button.tsx'
import { classNames } from './class-names.ts'
import { copyText } from './copy-text.ts'

/**
 * Copies `text`, or what `text()` gives at that moment. It says that it did, or that the browser refused. Without
 * `children` it is an icon named by `label`; with them it is a button with those words.
 */
export function CopyButton({
  text,
  label,
  children,
  look = 'ghost',
  size,
  className,
}: {
  text: string | (() => string | Promise<string>)
  label: string
  children?: string
  look?: ButtonLook
  size?: ButtonSize
  className?: string
}) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    try {
      await copyText(typeof text === 'string' ? text : await text())
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }

  const Icon = outcome === 'copied' ? Check : outcome === 'refused' ? X : Copy
  const said = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Not copied' : null
  return (
    <button
      type="button"
      onClick={copy}
      title={children === undefined ? label : undefined}
      className={classNames(buttonLook(look, size ?? (children === undefined ? 'compact' : 'default')), className)}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {children === undefined ? <span className="sr-only">{label}</span> : <span>{said ?? children}</span>}
      <span className="sr-only" role="status">
        {said}
      </span>
    </button>
  )
}
