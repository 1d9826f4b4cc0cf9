import { shortenMiddle, visibleSegments, visibleText } from './visible-segments.ts'

/** What needs nothing around it: it runs one way and all of it is seen. */
const PLAIN = /^[ -~]+$/

/**
 * Text that came from outside: shown as text whatever is in it. Characters that cannot be seen are written out and
 * marked; a text over `limit` characters keeps its two ends, the whole of it in the title.
 */
export function VisibleText({ text, limit = 240, className }: { text: string; limit?: number; className?: string }) {
  if (className === undefined && text.length <= limit && PLAIN.test(text)) return text
  const short = shortenMiddle(text, limit)
  return (
    <bdi dir="ltr" className={className} title={short === text ? undefined : visibleText(text)}>
      {visibleSegments(short).map((segment, index) =>
        segment.escaped ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a text have no other identity and never move
          <span key={index} className="rounded-mark bg-unowned-bg px-0.5 text-unowned-fg">
            {segment.text}
          </span>
        ) : (
          segment.text
        ),
      )}
    </bdi>
  )
}
