import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { EligibilityItemId, JudgedItem } from '#lib/model/eligibility.ts'
import type { DeclaredList, ExtractionPacket } from '#lib/model/extraction-packet.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import type { Status } from '#lib/model/status.ts'
import { countGates } from './count-gates.ts'
import { gatesById } from './gates-by-id.ts'

interface NoteFacts {
  readonly lane: DomainLane
  readonly packet: ExtractionPacket | null
  readonly candidate: JudgedCandidate
}

const NOTES: Readonly<Record<EligibilityItemId, (facts: NoteFacts, status: Status) => string>> = {
  'extraction-decision': ({ packet }) => packet?.decision?.recommendation ?? 'no decision',
  'service-auth': ({ packet }) => approvedCallers(packet),
  'degradation-harness': ({ packet }) => gateName(packet?.degradation?.gate),
  'rollback-tested': ({ packet }) => gateName(packet?.rollback?.gate),
  'profile-gates': ({ lane, candidate }, status) => countProfileGates(lane, candidate, status),
  'consumer-smokes': ({ lane, packet, candidate }) => countSmokes(lane, packet?.supportedConsumers ?? null, candidate),
  'status-slo': ({ packet }) => packet?.statusops?.component ?? 'no component',
  'boundary-guards': ({ packet }) => packet?.boundaryGuard?.mode ?? 'no mode',
}

/** A few words on an item of a domain: what was decided, or how many have passed. */
export function itemNote(item: Pick<JudgedItem, 'id' | 'status'>, facts: NoteFacts): string {
  return facts.packet === null && item.id !== 'profile-gates' ? 'no packet' : NOTES[item.id](facts, item.status)
}

function approvedCallers(packet: ExtractionPacket | null): string {
  const callers = packet?.crossProcessCallers ?? null
  if (callers === null) return 'callers not declared'
  if ('none' in callers) return 'no callers'
  const approved = new Set(packet?.serviceAuth.filter(({ status }) => status === 'approved').map(({ caller }) => caller))
  return `${callers.entries.filter((caller) => approved.has(caller)).length} of ${callers.entries.length} approved`
}

function countSmokes(lane: DomainLane, consumers: DeclaredList | null, candidate: JudgedCandidate): string {
  if (consumers === null) return 'consumers not declared'
  if ('none' in consumers) return 'no consumers'
  // The point asks for the supported consumers alone; a count of others beside its status would contradict it.
  const asked = lane.gates.filter(
    (gate) => gate.layer === 'consumer-smoke' && gate.consumer !== null && consumers.entries.includes(gate.consumer),
  )
  return countDeclared(asked, candidate)
}

/** Where every gate has passed and the point is open all the same, a count of passes would contradict the status beside it. */
function countProfileGates({ gates }: DomainLane, candidate: JudgedCandidate, status: Status): string {
  const judged = gatesById(candidate)
  const areGatesOpen = gates.some(({ id }) => judged.get(id)?.status !== 'passed')
  return status === 'passed' || gates.length === 0 || areGatesOpen ? countDeclared(gates, candidate) : 'profile or layer open'
}

function countDeclared(gates: DomainLane['gates'], candidate: JudgedCandidate): string {
  const judged = gatesById(candidate)
  return countGates(gates.flatMap(({ id }) => judged.get(id) ?? []))
}

function gateName(gate: string | null | undefined): string {
  return gate?.split('/').at(-1) ?? 'no gate'
}
