/** What an id of a domain, gate or profile looks like: lower case, 1 to 63 characters. */
export const IDENTIFIER = /^[a-z0-9][a-z0-9._-]{0,62}$/

/** True when `text` can be an id. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text)
}
