import { Code } from '#components/ui/code.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'

/** A path of the governed repository, whatever characters it has. */
export function PathText({ path, limit }: { path: string; limit?: number }) {
  return (
    <Code>
      <VisibleText text={path} {...(limit === undefined ? {} : { limit })} />
    </Code>
  )
}
