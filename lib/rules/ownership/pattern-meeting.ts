/**
 * True when some path may match both brace-free patterns. Exact but for one simplification on the safe side of a
 * warning: a pattern without wildcards stands for everything beneath it as well.
 */
export function mayMeet(left: string, right: string): boolean {
  if (prefixesDiffer(left, right)) return false
  return [left, beneath(left)].some((a) => [right, beneath(right)].some((b) => a !== null && b !== null && meet(tokens(a), tokens(b))))
}

function prefixesDiffer(left: string, right: string): boolean {
  const length = Math.min(literalPrefix(left), literalPrefix(right))
  return left.slice(0, length) !== right.slice(0, length)
}

function literalPrefix(pattern: string): number {
  const wildcard = pattern.search(/[*?]/)
  return wildcard === -1 ? pattern.length : wildcard
}

function beneath(pattern: string): string | null {
  return /[*?]/.test(pattern) ? null : `${pattern}/**`
}

function tokens(pattern: string): readonly string[] {
  return pattern.match(/\*\*|\*|\?|[^*?]/gu) ?? []
}

/** Walks both patterns at once; each pair of places is looked at once, so the cost is the product of their lengths. */
function meet(left: readonly string[], right: readonly string[]): boolean {
  const width = right.length + 1
  const seen = new Uint8Array((left.length + 1) * width)
  const open: [number, number][] = [[0, 0]]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const [a, b] = place
    const [first, second] = [left[a], right[b]]
    if (first === undefined && second === undefined) return true
    if (seen[a * width + b] === 1) continue
    seen[a * width + b] = 1
    if (isStar(first)) open.push([a + 1, b])
    if (isStar(second)) open.push([a, b + 1])
    if (first === undefined || second === undefined || !sharesCharacter(first, second)) continue
    open.push([isStar(first) ? a : a + 1, isStar(second) ? b : b + 1])
  }
  return false
}

function isStar(token: string | undefined): boolean {
  return token === '*' || token === '**'
}

function sharesCharacter(left: string, right: string): boolean {
  if (left.startsWith('*') || left === '?') return right !== '/' || left === '**'
  if (right.startsWith('*') || right === '?') return left !== '/' || right === '**'
  return left === right
}
