import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import type { OwnershipRow } from '#lib/model/ownership-map.ts'
import { aChange } from '#test/builders/a-change.ts'
import { aCompiledModel, aGate } from '#test/builders/a-model.ts'
import { anyDomain, anyGateName, anyPath, anyRow, anyWorld, type World } from '#test/builders/any-world.ts'
import { matchPath } from '../ownership/ownership-index.ts'
import { listGates } from './gate-catalogue.ts'
import { planChange } from './plan-change.ts'

const RUNS = { numRuns: 10_000 }

function plan(world: World, paths: readonly string[] = world.paths): GatePlan {
  return planChange(aCompiledModel(world), aChange(paths, { profile: world.profile }))
}

function gateIds(found: GatePlan): Set<string> {
  return new Set(found.gates.map((gate) => gate.id))
}

function expectSuperset(larger: GatePlan, smaller: GatePlan): void {
  const kept = gateIds(larger)
  expect(smaller.gates.map((gate) => gate.id).filter((id) => !kept.has(id))).toEqual([])
}

describe('OM-8, invariant 1: adding files, map rows or gates never removes a gate from a plan', () => {
  it('a further file', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(anyPath, { minLength: 1, maxLength: 3 }), (world, more) => {
        expectSuperset(plan(world, [...world.paths, ...more]), plan(world))
      }),
      RUNS,
    )
  })

  it('a further gate in a lane', () => {
    fc.assert(
      fc.property(
        anyWorld,
        fc.nat(),
        fc.constantFrom('domain-local', 'consumer-smoke', 'service-evidence', 'contract-global'),
        anyGateName,
        (world, at, layer, name) => {
          const lane = world.lanes[at % Math.max(1, world.lanes.length)]
          if (lane === undefined) return
          const grown: DomainLane = { ...lane, gates: [...lane.gates, aGate(layer, lane.domainId, name)] }
          expectSuperset(plan({ ...world, lanes: world.lanes.map((each) => (each === lane ? grown : each)) }), plan(world))
        },
      ),
      RUNS,
    )
  })

  /*
   * A row removes gates in two cases only, and both are what ownership is for: it gives a file the owner it lacked (for
   * the change, or for a lane that claims it), which ends the broad gates of not knowing; or it outranks a row of its own
   * map for that file (docs/decisions/008).
   */
  it('a further map row, unless it ends a doubt or outranks a row of its own map', () => {
    let held = 0
    fc.assert(
      fc.property(anyWorld, anyRow, (world, row) => {
        const before = aCompiledModel(world)
        const after = aCompiledModel({ ...world, rows: [...world.rows, row] })
        if (world.paths.some((path) => endsDoubtOrOutranks(path, before, after, row))) return
        held += 1
        expectSuperset(planChange(after, aChange(world.paths)), planChange(before, aChange(world.paths)))
      }),
      { numRuns: 30_000 },
    )
    expect(held).toBeGreaterThan(10_000)
  })

  it('a rule of the repository or a release profile', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        expectSuperset(plan(world), plan({ ...world, profile: null, routingRules: { gates: [], rules: [], portalArtifacts: [] } }))
      }),
      RUNS,
    )
  })
})

function endsDoubtOrOutranks(
  path: string,
  before: ReturnType<typeof aCompiledModel>,
  after: ReturnType<typeof aCompiledModel>,
  row: OwnershipRow,
): boolean {
  const was = matchPath(before.ownership, path)
  const is = matchPath(after.ownership, path)
  const owned = (found: typeof is) => new Set(found.owning.map(({ owner }) => `${owner.map} ${owner.line} ${owner.domain}`))
  const outranked = [...owned(was)].some((owner) => !owned(is).has(owner))
  const gained = is.owning.length > was.owning.length
  const hadOwner = was.owning.length > 0
  const claimSettled = was.claims.some((claim) => claim.domain === row.domain)
  return outranked || (gained && (!hadOwner || claimSettled))
}

describe('invariant 1: every change has at least one gate', () => {
  it('whatever the model and the files', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        expect(plan(world).gates.length).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })

  it('also when nothing is declared at all', () => {
    fc.assert(
      fc.property(fc.array(anyPath, { maxLength: 3 }), (paths) => {
        expect(planChange(aCompiledModel(), aChange(paths)).gates.length).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })
})

describe('OM-19, OM-20, invariant 1: an unmapped file always brings the broad gates and architecture review', () => {
  it('every global gate there is, and the file is named to the architects', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const compiled = aCompiledModel(world)
        const found = plan(world)
        const unowned = world.paths.filter((path) => matchPath(compiled.ownership, path).owning.length === 0)
        expect(unowned.filter((path) => !found.unmapped.includes(path))).toEqual([])
        if (unowned.length === 0) return
        const ids = gateIds(found)
        expect([...listGates(compiled.model).keys()].filter((id) => id.startsWith('global/') && !ids.has(id))).toEqual([])
        const review = found.reviews.find((each) => each.domain === 'architecture')
        expect(unowned.filter((path) => !review?.files.includes(path))).toEqual([])
      }),
      RUNS,
    )
  })
})

describe('the column that names a file decides, beside whatever else the file is', () => {
  it('a specification is a contract, and what the schema map owns is schema', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { ownership } = aCompiledModel(world)
        const owning = world.paths.flatMap((path) => matchPath(ownership, path).owning)
        const ids = gateIds(plan(world))
        if (owning.some(({ column }) => column === 'spec')) expect(ids).toContain('global/codegen')
        if (owning.some(({ owner }) => owner.map === 'schema')) expect(ids).toContain('global/migration-validation')
      }),
      RUNS,
    )
  })
})

describe('invariant 9: a fault routes to broad gates', () => {
  it('a map that could not be read never makes a plan smaller, whichever of its rows are lost', () => {
    fc.assert(
      fc.property(
        anyWorld,
        fc.constantFrom('package', 'route', 'schema', 'event', 'worker-binary', 'frontend-surface'),
        fc.nat(),
        (world, kind, mask) => {
          const rows = world.rows.filter((row, at) => row.kind !== kind || ((mask >> (at % 16)) & 1) === 1)
          const faulty = plan({ ...world, rows, faultyMap: kind })
          expectSuperset(faulty, plan(world))
          expect(new Set(faulty.unmapped)).toEqual(new Set(world.paths))
          expect(faulty.reviews.map((each) => each.domain)).toContain('architecture')
        },
      ),
      RUNS,
    )
  })

  it('an error while the list of files was read runs every gate there is', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const error = {
          file: 'diff',
          line: 1,
          column: 1,
          code: 'change-empty',
          severity: 'error',
          message: 'cut short',
          hint: 'read it again',
        } as const
        const found = planChange(aCompiledModel(world), aChange(world.paths, { diagnostics: [error] }))
        expect(found.notRequired).toEqual([])
      }),
      RUNS,
    )
  })
})

describe('the plan accounts for everything', () => {
  it('required and not required together are every gate there is, none twice, each with its why', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const found = plan(world)
        const ids = [...found.gates, ...found.notRequired].map((gate) => gate.id)
        expect(ids.toSorted()).toEqual([...listGates(aCompiledModel(world).model).keys()].toSorted())
        expect(found.gates.filter((gate) => gate.reasons.length === 0)).toEqual([])
        expect(found.notRequired.filter((gate) => gate.because.length < 10)).toEqual([])
      }),
      RUNS,
    )
  })

  it('the same input gives the same bytes, and the order of the files changes no gate', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const found = plan(world)
        expect(JSON.stringify(plan(world))).toBe(JSON.stringify(found))
        expect(gateIds(plan(world, world.paths.toReversed()))).toEqual(gateIds(found))
      }),
      RUNS,
    )
  })

  it('what belongs to another domain alone never brings a local gate of this one', () => {
    fc.assert(
      fc.property(anyWorld, anyDomain, (world, domain) => {
        const found = plan({
          ...world,
          rows: world.rows.filter((row) => row.domain !== domain && row.consumers.length === 0),
          lanes: world.lanes.map((lane) => ({ ...lane, sourcePaths: [], dependsOn: [] })),
        })
        if (found.diagnostics.some((each) => each.severity === 'error')) return
        expect(found.gates.filter((gate) => gate.layer === 'domain-local' && gate.domain === domain).map((gate) => gate.id)).toEqual([])
      }),
      RUNS,
    )
  })
})
