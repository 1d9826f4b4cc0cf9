import { readOperatingModel } from '#lib/formats/operating-model.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'

/** Where a repository keeps its package ownership map when it says nothing else. */
export const PACKAGE_MAP = 'doc/architecture/platform-foundation/ownership-maps/package-ownership.md'

/** The model of a repository whose only file is a package ownership map of this text. A fault in the map stops the run. */
export function ownershipModel(mapText: string): OperatingModel {
  const bytes = Buffer.from(mapText)
  const model = readOperatingModel({ read: (path) => (path === PACKAGE_MAP ? bytes : null), list: () => [] }, 'bench')
  const fault = model.diagnostics.find((diagnostic) => diagnostic.file === PACKAGE_MAP)
  if (fault !== undefined) throw new Error(`the map of the corpus has a fault: ${JSON.stringify(fault)}`)
  return model
}
