import type { OperatingModel } from '#lib/model/operating-model.ts'
import { API_REFERENCE_HREF, domainHref, inRepository, NEW_CHANGE_HREF, newChangeHref, ownershipHref } from '#lib/wording/href.ts'
import { NAVIGATION } from './navigation.ts'

/** A place that the palette can go to. */
export interface CommandEntry {
  readonly value: string
  readonly label: string
  /** Shown beside the label and searched as well. */
  readonly detail: string
  readonly href: string
}

export interface CommandGroup {
  readonly value: string
  readonly items: readonly CommandEntry[]
}

/** The pages there are. */
export function pageEntries(repository: string | null): CommandGroup {
  const pages = NAVIGATION.map((entry) => ({
    value: entry.href,
    label: entry.label,
    detail: entry.question,
    href: inRepository(entry.href, repository),
  }))
  return {
    value: 'Pages',
    items: [
      ...pages,
      { value: NEW_CHANGE_HREF, label: 'Plan a change', detail: 'Paste a diff or a list of files', href: newChangeHref({ repository }) },
      { value: 'unmapped', label: 'Unmapped files', detail: 'What has no owner', href: ownershipHref('unmapped', { repository }) },
      { value: 'diagnostics', label: 'Diagnostics', detail: 'What could not be read', href: ownershipHref('diagnostics', { repository }) },
      { value: API_REFERENCE_HREF, label: 'API reference', detail: 'OpenAPI 3.1 document', href: API_REFERENCE_HREF },
    ],
  }
}

/** The domains and gates that the model's lanes declare; a gate that several lanes name appears once. */
export function modelEntries(model: Pick<OperatingModel, 'lanes'>, repository: string | null): readonly CommandGroup[] {
  const domains = model.lanes.map((lane) => ({
    value: `domain ${lane.domainId}`,
    label: lane.domainId,
    detail: lane.title,
    href: domainHref(lane.domainId, 'lane', { repository }),
  }))
  const gates = new Map(
    model.lanes
      .flatMap((lane) => lane.gates)
      .map((gate) => [
        gate.id,
        { value: `gate ${gate.id}`, label: gate.title, detail: gate.id, href: ownershipHref('lanes', { repository, q: gate.id }) },
      ]),
  )
  return [
    { value: 'Domains', items: domains },
    { value: 'Gates', items: [...gates.values()] },
  ]
}
