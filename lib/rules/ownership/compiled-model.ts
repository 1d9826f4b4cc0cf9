import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { OwnershipIndex } from './ownership-index.ts'

/** A repository's operating model with the index that answers who owns a path. */
export interface CompiledModel {
  readonly model: OperatingModel
  readonly ownership: OwnershipIndex
}
