import { countGrams } from './gram-table.ts'
import { buildTailBucket, FEW_TAILS, matchTails, type TailBucket } from './tail-bucket.ts'

/**
 * One index over many brace-free patterns: folders form a tree, and what follows the last plain folder of a pattern
 * hangs on that folder's node. A lookup walks the path once; its cost hardly grows with the number of patterns.
 */
export interface PatternIndex {
  readonly root: FolderNode
}

interface FolderNode {
  children: Map<string, FolderNode> | null
  /** Patterns that mean this path and everything beneath it. */
  here: number[] | null
  /** Patterns that mean everything beneath this folder, but not the folder's own path. */
  beneath: number[] | null
  tails: TailBucket | null
}

/** Builds an index of `[alternative, id]` pairs; see `PathPattern` for what an alternative means. */
export function buildPatternIndex(entries: readonly (readonly [alternative: string, id: number])[]): PatternIndex {
  const root = emptyNode()
  const tails = new Map<FolderNode, [string, number][]>()
  for (const [alternative, id] of entries) {
    const wildcard = alternative.search(/[*?]/)
    const folderEnd = wildcard === -1 ? alternative.length : alternative.lastIndexOf('/', wildcard)
    const node = folderEnd < 0 ? root : descend(root, alternative.slice(0, folderEnd))
    const tail = alternative.slice(folderEnd + 1)
    if (wildcard === -1) {
      node.here = withId(node.here, id)
    } else if (tail === '**') {
      node.beneath = withId(node.beneath, id)
    } else {
      const hanging = tails.get(node)
      if (hanging === undefined) tails.set(node, [[tail, id]])
      else hanging.push([tail, id])
    }
  }
  const many = [...tails.values()].some((found) => found.length > FEW_TAILS)
  const uses = many ? countGrams(entries.map(([alternative]) => alternative)) : null
  for (const [node, found] of tails) node.tails = buildTailBucket(found, uses)
  return { root }
}

/** Collects the ids of all patterns that match `path` into `found` (emptied first), in no particular order. */
export function matchPatterns(index: PatternIndex, path: string, found: number[]): void {
  found.length = 0
  let node: FolderNode | undefined = index.root
  let from = 0
  while (node !== undefined) {
    if (node.here !== null) for (const id of node.here) found.push(id)
    if (from > path.length) return
    if (node.beneath !== null) for (const id of node.beneath) found.push(id)
    if (node.tails !== null) matchTails(node.tails, path, from, found)
    if (node.children === null) return
    const slash = path.indexOf('/', from)
    const end = slash === -1 ? path.length : slash
    node = node.children.get(path.slice(from, end))
    from = end + 1
  }
}

function descend(root: FolderNode, folder: string): FolderNode {
  let node = root
  for (const segment of folder.split('/')) {
    node.children ??= new Map()
    let child = node.children.get(segment)
    if (child === undefined) {
      child = emptyNode()
      node.children.set(segment, child)
    }
    node = child
  }
  return node
}

/** Most lists hold one id, and a list made with it takes a fraction of the memory of one that it is pushed to. */
function withId(ids: number[] | null, id: number): number[] {
  if (ids === null) return [id]
  ids.push(id)
  return ids
}

function emptyNode(): FolderNode {
  return { children: null, here: null, beneath: null, tails: null }
}
