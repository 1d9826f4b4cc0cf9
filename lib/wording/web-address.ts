/** An address that may become a link: http or https, as it will be followed. Null for anything else, which could run something. */
export function webAddress(text: string | null | undefined): URL | null {
  if (text === null || text === undefined || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}
