/**
 * On a large machine the heap would be let grow to gigabytes before anything is thrown away. What the server holds at once, of 200 domains
 * with 30 gates, is a quarter of this; NODE_OPTIONS may say otherwise.
 */
const HEAP_MEBIBYTES = 640

/**
 * What to start the server's process with.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string[]}
 */
export function heapOptions({ NODE_OPTIONS = '' }) {
  return /--max[-_]old[-_]space[-_]size/.test(NODE_OPTIONS) ? [] : [`--max-old-space-size=${HEAP_MEBIBYTES}`]
}
