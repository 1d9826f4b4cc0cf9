import { collectFaults } from '#lib/formats/located-faults.ts'
import { readSettings } from '#lib/formats/settings.ts'
import { SETTINGS_FILE } from '#lib/model/operating-model.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'

export { compileModel } from '#lib/usecases/compile-model.ts'

/**
 * Looks at what a model is read from, so that the reading itself, which costs far more, finds it at hand and is done once. This file and
 * what it needs is a bundle of its own, loaded only when a model has to be read.
 */
export function lookAround(tree: SourceTree): void {
  const { locations } = readSettings(tree.read(SETTINGS_FILE), collectFaults(SETTINGS_FILE))
  for (const place of Object.values(locations)) {
    tree.read(place)
    for (const file of tree.list(place)) if (/\.(md|ya?ml)$/.test(file)) tree.read(file)
  }
}

/** The name that the repository gives itself; null when it does not, or when its settings cannot be read. */
export function declaredName(tree: SourceTree): string | null {
  return readSettings(tree.read(SETTINGS_FILE), collectFaults(SETTINGS_FILE)).repository
}
