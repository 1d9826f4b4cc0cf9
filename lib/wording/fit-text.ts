import { visibleText } from '#lib/model/visible-text.ts'

/** A name as it may be shown anywhere: whole, with every character that could move the cursor or hide others written out. */
export function visible(text: string): string {
  return visibleText(text, Number.MAX_SAFE_INTEGER)
}

/** Text of at most `width` characters; what does not fit is left out of its middle, where paths say least. */
export function fitMiddle(text: string, width: number): string {
  if (text.length <= width) return text
  const kept = Math.max(width - 3, 2)
  const tail = Math.ceil(kept * 0.6)
  return `${text.slice(0, kept - tail)}...${text.slice(text.length - tail)}`
}

/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
