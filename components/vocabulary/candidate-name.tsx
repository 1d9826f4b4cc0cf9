import { Code } from '#components/ui/code.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { shortContent } from './content-name.ts'

/** The candidate that a page speaks of, short, with its whole name to copy. */
export function CandidateName({ contentId }: { contentId: string }) {
  return (
    <span className="inline-flex items-center">
      on&nbsp;
      <Code>
        <span title={contentId}>{shortContent(contentId)}</span>
      </Code>
      <CopyButton text={contentId} label="Copy candidate" />
    </span>
  )
}
