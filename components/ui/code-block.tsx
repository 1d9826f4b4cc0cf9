import { classNames } from './class-names.ts'
import { CopyButton } from './copy-button.tsx'
import { VisibleText } from './visible-text.tsx'

/** A command or snippet to be taken elsewhere, with a button that copies exactly what is shown. */
export function CodeBlock({ text, label, className }: { text: string; label: string; className?: string }) {
  return (
    <div className={classNames('flex items-start gap-1 rounded-control border border-border bg-panel', className)}>
      <pre className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap px-3 py-1.5 font-mono text-dense">
        {text.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a snippet have no other identity and never move
          <span key={index} className="block min-h-4.5">
            <VisibleText text={line} limit={2000} />
          </span>
        ))}
      </pre>
      <CopyButton text={text} label={label} className="m-0.5" />
    </div>
  )
}
