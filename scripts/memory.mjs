/**
 * On a large machine the heap would be let grow to gigabytes before anything is thrown away. What the server holds at once, of 200 domains
 * with 30 gates, is a quarter of this; NODE_OPTIONS may say otherwise.
 */
const HEAP_MEBIBYTES = 640

/** Of what is thrown away at once, a page or a query's rows, this much is let pile up; it is held three times over. */
const YOUNG_MEBIBYTES = 8

/**
 * What to start the server's process with.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string[]}
 */
export function memoryOptions({ NODE_OPTIONS = '' }) {
  const asked = NODE_OPTIONS.replaceAll('_', '-')
  return [
    ...(asked.includes('--max-old-space-size') ? [] : [`--max-old-space-size=${HEAP_MEBIBYTES}`]),
    ...(asked.includes('--max-semi-space-size') ? [] : [`--max-semi-space-size=${YOUNG_MEBIBYTES}`]),
  ]
}

/**
 * What to start it in: glibc would give each of its threads arenas of its own, and what they free stays there.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Record<string, string>}
 */
export function memoryEnvironment({ MALLOC_ARENA_MAX = '2' }) {
  return { MALLOC_ARENA_MAX }
}
