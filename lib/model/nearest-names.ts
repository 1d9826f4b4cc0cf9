/** The names most like `wanted`, nearest first, at most `limit`; empty when nothing is near. */
export function nearestNames(wanted: string, names: Iterable<string>, limit = 3): string[] {
  const farthest = Math.max(2, Math.floor(wanted.length / 3))
  const near: { name: string; distance: number }[] = []
  for (const name of new Set(names)) {
    const distance = name.endsWith(`/${wanted}`) ? 0 : editDistance(wanted, name, farthest)
    if (distance <= farthest) near.push({ name, distance })
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  return near.slice(0, limit).map(({ name }) => name)
}

/** How many single-character edits lead from one text to the other; anything above `farthest` counts as `farthest + 1`. */
export function editDistance(from: string, to: string, farthest: number): number {
  if (Math.abs(from.length - to.length) > farthest) return farthest + 1
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    if (Math.min(...current) > farthest) return farthest + 1
    previous = current
  }
  return Math.min(previous[to.length] ?? 0, farthest + 1)
}
