import { Code } from '#components/ui/code.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'

/** A hash, commit or id in full, with a button that copies it. */
export function FullHash({ text, label }: { text: string; label: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <Code className="min-w-0">
        <VisibleText text={text} limit={140} />
      </Code>
      <CopyButton text={text} label={label} />
    </span>
  )
}
