import type { ChangeClass } from '#lib/model/change-class.ts'
import { CHANGE_CLASSES } from '#lib/model/change-class.ts'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import type { FileOwner, GatePlan, GateReason, PlannedFile } from '#lib/model/gate-plan.ts'
import type { Place } from '#lib/model/place.ts'

/** The files that bring a gate by the same row, rule and declaration: one chain, however many files start it. */
export interface GateChain {
  readonly rule: string
  readonly text: string
  /** The change class, when the rule is the route of one. */
  readonly changeClass: ChangeClass | null
  /** The row that owns the files; null when none does or when every change brings the gate. */
  readonly owner: FileOwner | null
  readonly declared: Place | null
  /** Positions in the plan's files; empty when every change brings the gate. */
  readonly files: readonly number[]
}

/** A gate as the explorer shows it. */
export interface GateView {
  readonly id: string
  readonly layer: GateLayer
  readonly domain: string | null
  readonly title: string
  readonly run: string | null
  readonly chains: readonly GateChain[]
  /** Reasons before they were put together. */
  readonly reasons: number
}

/**
 * Puts the reasons of each gate together into chains. A plan of 400 files and 100 gates has 40,000 reasons but few
 * chains; lists of files that are the same are the same array, so that they travel to the browser once.
 */
export function viewGates(plan: Pick<GatePlan, 'files' | 'gates'>): readonly GateView[] {
  const positions = new Map(plan.files.map((file, position) => [file.path, position]))
  const lists = new Map<string, readonly number[]>()
  const owners = ownersByPlace(plan.files)
  return plan.gates.map((gate) => ({
    id: gate.id,
    layer: gate.layer,
    domain: gate.domain,
    title: gate.title,
    run: gate.run,
    reasons: gate.reasons.length,
    chains: [...groupByChain(gate.reasons).values()].map((reasons) => chainOf(reasons, positions, owners, lists)),
  }))
}

function groupByChain(reasons: readonly GateReason[]): Map<string, [GateReason, ...GateReason[]]> {
  const groups = new Map<string, [GateReason, ...GateReason[]]>()
  for (const reason of reasons) {
    const key = JSON.stringify([reason.rule, reason.text, reason.map, reason.declared, reason.file === null])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [reason])
    else group.push(reason)
  }
  return groups
}

function chainOf(
  reasons: readonly [GateReason, ...GateReason[]],
  positions: ReadonlyMap<string, number>,
  owners: ReadonlyMap<string, FileOwner>,
  lists: Map<string, readonly number[]>,
): GateChain {
  const [{ rule, text, map, declared }] = reasons
  const files = reasons.flatMap(({ file }) => (file === null ? [] : (positions.get(file) ?? [])))
  const key = files.join()
  const shared = lists.get(key) ?? files
  lists.set(key, shared)
  return {
    rule,
    text,
    changeClass: CHANGE_CLASSES.find((each) => each === rule) ?? null,
    owner: map === null ? null : (owners.get(placeKey(map)) ?? null),
    declared,
    files: shared,
  }
}

function ownersByPlace(files: readonly PlannedFile[]): Map<string, FileOwner> {
  return new Map(files.flatMap((file) => file.owners).map((owner) => [placeKey(owner), owner]))
}

function placeKey({ file, line }: Place): string {
  return `${line}:${file}`
}
