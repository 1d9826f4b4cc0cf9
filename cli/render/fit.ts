import { visibleText } from '#lib/formats/visible-text.ts'

/** A name as a terminal may show it: whole, with every character that could move the cursor or hide others written out. */
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

/** Words in lines of at most `width` characters, each line after an indent; a word that is longer stands alone. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((each) => `${indent}${each}\n`).join('')
}
