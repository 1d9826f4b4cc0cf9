import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { DomainEligibility } from '#lib/model/eligibility.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { ExtractionPacket } from '#lib/model/extraction-packet.ts'
import type { Gate } from '#lib/model/gate.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { judgeEligibility } from '#lib/rules/eligibility/judge-eligibility.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { aPass, aProfile, NOW, someFacts } from './a-candidate.ts'
import { aGate, aLane, aModel } from './a-model.ts'

/** The domain that is ready to be promoted on its own. */
export const READY = 'platform-billing'

export const ROLLBACK = 'deployctl rollback billing-worker --to previous'

const gate = (layer: Gate['layer'], name: string, given: Partial<Gate> = {}) => aGate(layer, READY, name, given)

/** The gates of the ready domain's lane, by the name a test calls them. */
export const READY_GATES = {
  contracts: gate('contract-global', 'contracts'),
  guard: gate('contract-global', 'boundary_guard'),
  unit: gate('domain-local', 'unit'),
  gpuaasSmoke: gate('consumer-smoke', 'gpuaas-precheck', { consumer: 'gpuaas' }),
  appsSmoke: gate('consumer-smoke', 'apps-attribution', { consumer: 'app-platform' }),
  harness: gate('service-evidence', 'degradation-harness'),
  rollback: gate('service-evidence', 'rollback-drill', { run: ROLLBACK }),
  slo: gate('service-evidence', 'slo'),
}

/** A domain's lane, packet and evidence, and the moment they are looked at. */
export interface ReadyWorld {
  readonly model: OperatingModel
  readonly facts: CandidateFacts
  readonly documents: ReadonlySet<string> | null
  readonly now: Date
}

/** The lane of the ready domain. */
export function aReadyLane(given: Partial<DomainLane> = {}): DomainLane {
  return aLane(READY, { gates: Object.values(READY_GATES), ...given })
}

/** Everything prepared for promotion. */
export function aReadyPacket(given: Partial<ExtractionPacket> = {}): ExtractionPacket {
  return {
    file: 'extraction-packets.yaml',
    line: 3,
    domainId: READY,
    fairwayTask: 'PSSM-BILLING-1',
    decision: { recommendation: 'split_worker', decidedOn: '2026-10-08', document: 'doc/decision.md' },
    crossProcessCallers: { entries: ['gpuaas-api', 'metering-exporter'] },
    serviceAuth: [
      { caller: 'gpuaas-api', mechanism: 'service-account-token', status: 'approved', document: 'doc/auth/gpuaas-api.md', line: 8 },
      { caller: 'metering-exporter', mechanism: 'mtls', status: 'approved', document: 'doc/auth/metering-exporter.md', line: 9 },
    ],
    degradation: { contract: 'doc/degradation.md', gate: READY_GATES.harness.id },
    rollback: { command: ROLLBACK, document: 'doc/rollback.md', gate: READY_GATES.rollback.id },
    releaseProfile: 'platform-control',
    supportedConsumers: { entries: ['gpuaas', 'app-platform'] },
    statusops: { component: 'billing', gate: READY_GATES.slo.id },
    boundaryGuard: { mode: 'blocking_new', gate: READY_GATES.guard.id },
    ...given,
  }
}

/** Every document that the packet names. */
export const READY_DOCUMENTS: readonly string[] = [
  'doc/decision.md',
  'doc/auth/gpuaas-api.md',
  'doc/auth/metering-exporter.md',
  'doc/degradation.md',
  'doc/rollback.md',
]

/** A pass of each gate of the lane on the candidate's content; `given` replaces what is said of some. */
export function readyPasses(given: { readonly [name in keyof typeof READY_GATES]?: Partial<Evidence> } = {}): readonly Evidence[] {
  return Object.entries(READY_GATES).map(([name, each], at) => {
    const findings = name === 'guard' ? [] : null
    return aPass(each, { sequence: at + 1, findings, ...given[name as keyof typeof READY_GATES] })
  })
}

interface Given {
  readonly model?: Partial<OperatingModel>
  readonly lane?: Partial<DomainLane>
  readonly packet?: Partial<ExtractionPacket> | null
  readonly facts?: Partial<CandidateFacts>
  readonly documents?: readonly string[] | null
  readonly now?: Date
}

/** A world in which all eight items are passed; a test says how it differs. */
export function aReadyWorld({ model, lane, packet = {}, facts, documents = READY_DOCUMENTS, now = NOW }: Given = {}): ReadyWorld {
  return {
    model: aModel({
      lanes: [aReadyLane(lane)],
      profiles: [aProfile()],
      packets: packet === null ? [] : [aReadyPacket(packet)],
      ...model,
    }),
    facts: someFacts({ evidence: readyPasses(), ...facts }),
    documents: documents === null ? null : new Set(documents),
    now,
  }
}

/** Judges whether a domain of a world may be promoted on its own. */
export function judgeWorld({ model, facts, documents, now }: ReadyWorld, domain = READY): DomainEligibility {
  const candidate = judgeCandidate(model, facts, { profile: null, now })
  return judgeEligibility(model, domain, candidate, facts, documents, now)
}
