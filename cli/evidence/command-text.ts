/** Words as a shell would read them back: the exact command, as evidence keeps it. */
export function commandText(words: readonly string[]): string {
  const [only = '', ...rest] = words
  return rest.length === 0 ? only : words.map(quote).join(' ')
}

/** A single word with spaces in it is a line for a shell; several words are a command with its arguments. */
export function isShellLine(words: readonly string[]): boolean {
  return words.length === 1 && /\s/.test(words[0]?.trim() ?? '')
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
