import { createHash } from 'node:crypto'

/** A digest over the path and content of every file a model was read from; the order in which they were read does not matter. */
export function digestFiles(files: ReadonlyMap<string, Uint8Array>): string {
  const list = createHash('sha256')
  const paths = [...files.keys()].sort()
  for (const path of paths) {
    const content = createHash('sha256')
      .update(files.get(path) ?? new Uint8Array())
      .digest('hex')
    list.update(`${content} ${path}\u0000`)
  }
  return `sha256:${list.digest('hex')}`
}
