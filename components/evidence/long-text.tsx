import { Disclosure } from '#components/ui/disclosure.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { groupDigits } from '#lib/wording/count.ts'

/** More of a text is opened on request. */
const MOST_AT_ONCE = 600

/** What a producer wrote, whole, however long. */
export function LongText({ text }: { text: string }) {
  if (text.length <= MOST_AT_ONCE) return <VisibleText text={text} limit={MOST_AT_ONCE} />
  return (
    <>
      <VisibleText text={text} limit={MOST_AT_ONCE} />
      <Disclosure summary={`All ${groupDigits(text.length)} characters`} className="[&>summary]:-ml-1">
        <p>
          <VisibleText text={text} limit={Number.POSITIVE_INFINITY} />
        </p>
      </Disclosure>
    </>
  )
}
