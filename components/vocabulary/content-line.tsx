import { Code } from '#components/ui/code.tsx'
import type { Content } from '#lib/model/content.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { shortContent } from './content-name.ts'

/** Content by the short form of the name it is listed by, the whole of it in the title. */
export function ContentLine({ content }: { content: Content }) {
  const id = contentIdOf(content)
  return (
    <Code>
      <span title={id} className="whitespace-nowrap">
        {shortContent(id)}
      </span>
    </Code>
  )
}
