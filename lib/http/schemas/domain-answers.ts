import { z } from 'zod'
import { DOMAIN_KINDS } from '#lib/model/domain-kind.ts'
import { ELIGIBILITY_ITEMS, ELIGIBILITY_VERDICTS } from '#lib/model/eligibility.ts'
import { EXTRACTION_RECOMMENDATIONS, GUARD_MODES } from '#lib/model/extraction-packet.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { GUARD_FINDING_STATES } from '#lib/model/guard.ts'
import { contentBody } from './content.ts'
import { place } from './diagnostic.ts'
import { overlays, reasons, sequence, status } from './judgement.ts'
import { orNull } from './or-null.ts'
import { count, digest, moment } from './text.ts'

const verdict = z.enum(ELIGIBILITY_VERDICTS)
const layer = z.enum(GATE_LAYERS)
const ofLayers = z.strictObject({
  'contract-global': count,
  'domain-local': count,
  'consumer-smoke': count,
  'service-evidence': count,
})

/** Null while nothing was recorded that could be a candidate. */
const ofCandidate = { content: orNull(contentBody), modelDigest: digest, computedAt: moment, sequence }

const cell = z
  .strictObject({ id: z.union([z.enum(ELIGIBILITY_ITEMS), layer]), status, overlays, note: z.string(), reasons })
  .meta({ id: 'BoardCell' })

const boardRow = z
  .strictObject({
    domain: z.string(),
    group: z.string().nullable(),
    title: z.string(),
    owner: z.string().nullable(),
    verdict,
    cells: z.array(cell),
  })
  .meta({ id: 'BoardRow' })

/** `GET board`: every domain by the eight items, or by the four layers. */
export const board = z
  .strictObject({
    ...ofCandidate,
    rows: z.array(boardRow),
  })
  .meta({ id: 'Board' })

/** `GET board/{id}`: one row of it. */
export const boardOfDomain = z.strictObject({ ...ofCandidate, row: boardRow }).meta({ id: 'BoardOfDomain' })

const domain = {
  domain: z.string(),
  title: z.string(),
  group: z.string().nullable(),
  kind: z.enum(DOMAIN_KINDS),
  owner: z.string().nullable(),
  dependsOn: z.array(z.string()).nullable().describe('null when the lane does not say, which is not the same as none'),
  consumers: z.array(z.string()).describe('domains that say they consume it, or that its smokes are for'),
  gates: ofLayers,
}

export const domainSummary = z.strictObject(domain).meta({ id: 'DomainSummary' })

const declaredList = z.union([z.strictObject({ entries: z.array(z.string()) }), z.strictObject({ none: z.string() })]).nullable()

const packet = z
  .strictObject({
    file: z.string(),
    line: z.int(),
    fairwayTask: z.string().nullable(),
    recommendation: z.enum(EXTRACTION_RECOMMENDATIONS).nullable(),
    decidedOn: z.string().nullable(),
    crossProcessCallers: declaredList,
    supportedConsumers: declaredList,
    releaseProfile: z.string().nullable(),
    rollbackCommand: z.string().nullable(),
    statusComponent: z.string().nullable(),
    guardMode: z.enum(GUARD_MODES).nullable(),
  })
  .meta({ id: 'PacketSummary' })

/** `GET domains/{id}`. */
export const domainDetail = z
  .strictObject({
    ...domain,
    lane: place,
    paths: z.array(z.strictObject({ pattern: z.string(), line: z.int() })),
    packet: orNull(packet).describe('null when the domain has no extraction packet'),
  })
  .meta({ id: 'Domain' })

const judgedItem = z
  .strictObject({
    id: z.enum(ELIGIBILITY_ITEMS),
    number: z.int().min(1).max(8),
    claim: z.string(),
    status,
    overlays,
    reasons,
    evidence: z.array(z.string()),
  })
  .meta({ id: 'EligibilityItem' })

/** `GET domains/{id}/eligibility`. */
export const domainEligibility = z
  .strictObject({
    domain: z.string(),
    ...ofCandidate,
    verdict,
    items: z.array(judgedItem).length(8),
    unmet: z.array(z.enum(ELIGIBILITY_ITEMS)),
  })
  .meta({ id: 'Eligibility' })

const laneGate = z
  .strictObject({
    gate: z.string(),
    title: z.string(),
    run: z.string().nullable(),
    consumer: z.string().nullable(),
    declared: orNull(place),
    status,
    overlays,
    satisfied: z.boolean(),
    because: z.string().describe('why the gate is asked for here'),
    reasons,
    evidence: z.array(z.string()),
  })
  .meta({ id: 'LaneGate' })

/** `GET domains/{id}/lane`. */
export const domainLane = z
  .strictObject({
    domain: z.string(),
    ...ofCandidate,
    planId: z.uuid().nullable(),
    layers: z.array(z.strictObject({ layer, status, gates: z.array(laneGate) })).length(4),
  })
  .meta({ id: 'Lane' })

const finding = z
  .strictObject({
    fingerprint: z.string(),
    guard: z.string(),
    rule: z.string(),
    path: z.string(),
    state: z.enum(GUARD_FINDING_STATES),
    declared: orNull(place),
    expires: z.string().nullable(),
    owner: z.string().nullable(),
  })
  .meta({ id: 'GuardFinding' })

const findingCounts = z.strictObject({ new: count, legacy: count, 'allowed-debt': count, 'expired-debt': count, resolved: count })

/** `GET guards`. */
export const guards = z
  .strictObject({
    ...ofCandidate,
    items: z.array(
      z.strictObject({
        gate: z.string(),
        mode: z.enum(GUARD_MODES).nullable().describe('the strictest that a packet asks for'),
        domains: z.array(z.string()).describe('whose packets name it'),
        status,
        overlays,
        reasons,
        evidence: z.string().nullable().describe('the run whose findings these are; null when the guard never reported'),
        counts: findingCounts,
        findings: z.array(finding),
        graduation: orNull(z.strictObject({ to: z.enum(GUARD_MODES), wouldBlock: count })).describe(
          'the next stricter mode and the findings that would block in it; null when it blocks everything',
        ),
        runs: z
          .array(z.strictObject({ evidence: z.uuid(), contentId: z.string(), at: moment, counts: findingCounts }))
          .describe("the newest runs that reported, of any candidate, oldest first, against today's lists"),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'Guards' })
