import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { EligibilityItemId } from '#lib/model/eligibility.ts'
import { type OperatingModel, SETTINGS_FILE } from '#lib/model/operating-model.ts'
import type { ItemFacts, ItemPart } from './item-facts.ts'

/** The most faults that an item names. */
const MOST_NAMED = 3

/**
 * Faults in the files that an item rests on: with one it cannot be known whether it holds. A list that is empty without a reason was read
 * well enough: its item is missing.
 */
export function findUnread(model: OperatingModel, item: EligibilityItemId): readonly Diagnostic[] {
  return model.diagnostics.filter((each) => each.severity === 'error' && each.code !== 'empty-requirement' && restsOn(model, item, each))
}

/** What could not be read blocks an item. No part when all of it could. */
export function unreadPart(facts: ItemFacts, item: EligibilityItemId): readonly ItemPart[] {
  const faults = findUnread(facts.model, item)
  if (faults.length === 0) return []
  const reasons = faults.slice(0, MOST_NAMED).map(({ file, line, message, hint }) => ({
    code: 'model.unreadable',
    text: `${file} was expected to be readable, and line ${line} is not: ${message}`,
    refs: [`file:${file}:${line}`],
    actors: facts.actors,
    next: { label: hint, command: 'lanekeeper lint' },
  }))
  return [{ status: 'blocked', reasons, overlays: [], evidence: [] }]
}

/** The settings say where everything lies, and every item reads the packet. */
function restsOn({ locations }: OperatingModel, item: EligibilityItemId, { file }: Diagnostic): boolean {
  if (file === SETTINGS_FILE || file === locations.extractionPackets) return true
  if (file === locations.releaseProfiles) return item === 'profile-gates'
  if (file === locations.guardBaseline || file === locations.guardAllowedDebt) return item === 'boundary-guards'
  return file.startsWith(`${locations.domainLanes}/`) && item !== 'extraction-decision' && item !== 'service-auth'
}
