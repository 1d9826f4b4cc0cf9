const LONGEST = 200

/** What a producer wrote, as a part of our sentence: on one line, and not longer than a reader takes in. */
export function quoteBriefly(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`
}
