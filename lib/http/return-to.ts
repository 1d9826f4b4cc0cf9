/** Only to find out what a browser would make of an address; nobody is sent there. */
const HERE = 'http://lanekeeper.invalid'

/**
 * Where to go after a sign-in: a page of ours, as a path. Anything that a browser might take for another place, or that is not worth going
 * back to, is the start page.
 */
export function safeReturnTo(given: string | null | undefined): string {
  if (typeof given !== 'string' || given.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(given) || given.includes('\\')) return '/'
  if (!URL.canParse(given, HERE)) return '/'
  const { origin, pathname, search } = new URL(given, HERE)
  // A path that climbs may end in another than it shows: `/.//evil`.
  if (origin !== HERE || pathname.startsWith('//') || /^\/(api\/|sign-)/.test(pathname)) return '/'
  return `${pathname}${search}`
}
