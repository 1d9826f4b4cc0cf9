import { createHash } from 'node:crypto'
import type { AuditValue } from '#lib/model/audit.ts'
import type { Content } from '#lib/model/content.ts'
import type { PacketBody, PacketEvidence } from '#lib/model/release-packet.ts'
import { canonicalText } from '../audit/canonical-text.ts'
import { evidenceText } from '../audit/evidence-text.ts'
import { readVerifyingKey } from '../audit/verifying-key.ts'

/** The type of our own predicate; its schema is docs/schemas/gate-decision.v1.schema.json. */
export const GATE_DECISION = 'urn:lanekeeper:gate-decision:v1'

const VERIFICATION_SUMMARY = 'https://slsa.dev/verification_summary/v1'

/** A level of our own: SLSA leaves names without `SLSA_` to others. No level of SLSA itself was verified, so none is named. */
const LEVEL = 'LANEKEEPER_INDEPENDENT_PROMOTION'

/** The text of a packet, canonical, as it is written and read. */
export function packetText(packet: object): string {
  return `${canonicalText(plain(packet))}\n`
}

/** The in-toto statement (v1) of which gates were judged how, and of the packet that shows it. */
export function gateDecisionText(body: PacketBody): string {
  const { promotion, items, gates, skips, exceptions, evidence, issuer } = body
  const { content, id, ...promoted } = promotion
  return statement(content, GATE_DECISION, {
    promotion: id,
    repository: promoted.repository,
    domain: promoted.domain,
    decision: promoted.verdict,
    decidedBy: promoted.promotedBy,
    decidedAt: promoted.promotedAt,
    modelDigest: promoted.modelDigest,
    planId: body.plan?.id ?? null,
    items: items.map((item) => ({
      id: item.id,
      number: item.number,
      status: item.status,
      overlays: item.overlays,
      evidence: item.evidence,
    })),
    gates: gates.map(({ gate, layer, domain, status, satisfied, overlays, evidence }) => ({
      gate,
      layer,
      domain,
      status,
      satisfied,
      overlays,
      evidence,
    })),
    evidence: evidence.map((each) => ({ id: each.id, gate: each.gate, result: each.result, sha256: evidenceDigest(each) })),
    skips,
    exceptions,
    packet: { sha256: sha256(packetText(body)) },
    verifier: { id: issuer.url, key: readVerifyingKey(issuer.publicKey)?.name ?? null },
  })
}

/** The in-toto statement (v1) with SLSA's verification summary (v1): what was verified, by whom, against which policy. */
export function verificationSummaryText(body: PacketBody): string {
  const { promotion, issuer } = body
  const of = `repository=${encodeURIComponent(promotion.repository)}`
  return statement(promotion.content, VERIFICATION_SUMMARY, {
    verifier: { id: issuer.url },
    timeVerified: promotion.promotedAt,
    resourceUri: `${issuer.url}/domains/${promotion.domain}?${of}`,
    policy: { uri: `${issuer.url}/api/v1/models/current?${of}`, digest: { sha256: promotion.modelDigest.replace(/^sha256:/, '') } },
    inputAttestations: [
      { uri: `${issuer.url}/api/v1/promotions/${promotion.id}/packet`, digest: { sha256: sha256(gateDecisionText(body)) } },
    ],
    verificationResult: 'PASSED',
    verifiedLevels: [LEVEL],
  })
}

/** A commit, a tree and an artifact are three things with one digest each, not one thing with three. */
function statement({ gitCommit, gitTree, sha256 }: Content, predicateType: string, predicate: object): string {
  const subject = Object.entries({ gitCommit, gitTree, sha256 }).flatMap(([name, digest]) =>
    digest === undefined ? [] : [{ name, digest: { [name]: digest } }],
  )
  return canonicalText(plain({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType, predicate }))
}

/** What the chain binds of evidence, as a digest of its own. */
function evidenceDigest({ receivedAt: _, revoked: __, ...evidence }: PacketEvidence): string {
  return sha256(evidenceText(evidence))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function plain(value: object): AuditValue {
  return JSON.parse(JSON.stringify(value)) as AuditValue
}
