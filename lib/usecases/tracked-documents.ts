const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The tracked paths of a model, to look documents up in; null when none were sent, and nobody can say what is there. */
export function trackedDocuments(tree: readonly string[]): ReadonlySet<string> | null {
  if (tree.length === 0) return null
  const known = sets.get(tree) ?? new Set(tree)
  sets.set(tree, known)
  return known
}
