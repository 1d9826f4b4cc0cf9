import type { PathOwnership } from '#lib/model/ownership-report.ts'
import type { CompiledModel } from '../ownership/compiled-model.ts'
import { matchPath } from '../ownership/ownership-index.ts'
import { classifyFile } from './classify-file.ts'
import { routingContext } from './routing-context.ts'

/** Who owns a path, by which map rows, which lanes claim it, and of what classes a change to it would be. */
export function describePath(compiled: CompiledModel, path: string): PathOwnership {
  const { file } = classifyFile(routingContext(compiled), { path, change: 'modified' })
  const { claims } = matchPath(compiled.ownership, path)
  return { path, owners: file.owners, domains: file.domains, classes: file.classes, claims }
}
