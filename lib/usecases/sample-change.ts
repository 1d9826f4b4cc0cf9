import type { ChangeClass } from '#lib/model/change-class.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'
import type { CurrentModel } from './current-model.ts'

/** Classes that together show what routing does; one file of each, where the repository has one. */
const SHOWN: readonly ChangeClass[] = ['shared-service', 'contract', 'product', 'schema', 'unmapped']

const TEST = /(?:^|[^a-z])tests?(?:[^a-z]|$)/i

const MOST_FILES = 4

/** So many tracked paths are looked at, spread over the whole list. */
const MOST_LOOKED_AT = 2_000

/**
 * Tracked paths of the repository that make a change worth looking at: of several classes, and one without an owner if
 * there is any. Empty when the model was stored without a list of tracked paths.
 */
export function sampleChange({ compiled, tree }: Pick<CurrentModel, 'compiled' | 'tree'>): readonly string[] {
  const every = Math.max(1, Math.ceil(tree.length / MOST_LOOKED_AT))
  const looked = tree.filter((_, position) => position % every === 0)
  // What begins with a dot is rarely what a change is about.
  const candidates = [...looked.filter((path) => !path.startsWith('.')), ...looked.filter((path) => path.startsWith('.'))]
  const files = candidates.map((path) => ({ path, change: 'modified' as const }))
  const plan = planChange(compiled, { base: null, head: null, profile: null, files, diagnostics: [] })
  const found = SHOWN.flatMap((shown) => {
    const ofClass = plan.files.filter((file) => file.classes.includes(shown) && !TEST.test(file.path))
    // One from the middle is more like the others than the first.
    return ofClass[Math.floor(ofClass.length / 2)]?.path ?? []
  })
  const distinct = [...new Set(found)]
  const ownerless = distinct.filter((path) => plan.unmapped.includes(path))
  return [...distinct.filter((path) => !ownerless.includes(path)).slice(0, MOST_FILES - ownerless.length), ...ownerless]
}
