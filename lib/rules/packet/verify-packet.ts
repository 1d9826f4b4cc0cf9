import type { PacketVerification, ReleasePacket } from '#lib/model/release-packet.ts'
import { readVerifyingKey, type VerifyingKey } from '../audit/verifying-key.ts'
import { checkComplete } from './check-complete.ts'
import { checkEvidence } from './check-evidence.ts'
import { checkRecord } from './check-record.ts'
import { checkSegments, type Wrong } from './check-segments.ts'
import { whyNotSigned } from './envelope.ts'
import { readPacket } from './packet-shape.ts'
import { gateDecisionText, packetText, verificationSummaryText } from './statements.ts'

/**
 * Verifies a release packet from its bytes alone: that it is written as packets are, that its stretches of the audit chain hold and end at
 * signed checkpoints, that everything in it is what they bind, that nothing it names is missing, and that both statements say the same and
 * are signed. With `key` null the key inside the packet is used: then nobody has changed it, but anybody may have made it.
 */
export function verifyPacket(bytes: Uint8Array, key: VerifyingKey | null): PacketVerification {
  const packet = parse(bytes)
  if ('where' in packet) return answer(packet, key, key)
  const inside = readVerifyingKey(packet.issuer.publicKey)
  if (inside === null || inside.pem !== packet.issuer.publicKey) {
    return answer({ where: 'issuer.publicKey', because: 'It is no Ed25519 public key.' }, key, key)
  }
  if (key !== null && key.pem !== inside.pem) {
    return answer({ where: 'issuer.publicKey', because: `The packet was made by ${inside.name}, and not by ${key.name}.` }, key, key)
  }
  const { statements, ...body } = packet
  const entries = body.audit.segments.flatMap((segment) => segment.entries)
  const wrong =
    checkSegments(body.audit.segments, inside) ??
    checkEvidence(body.evidence, entries) ??
    checkRecord(body, entries) ??
    checkComplete(body) ??
    unsigned('gateDecision', whyNotSigned(statements.gateDecision, gateDecisionText(body), inside)) ??
    unsigned('verificationSummary', whyNotSigned(statements.verificationSummary, verificationSummaryText(body), inside))
  return answer(wrong, inside, key, remarksOn(packet))
}

function answer(
  wrong: Wrong | null,
  used: VerifyingKey | null,
  given: VerifyingKey | null,
  remarks: readonly string[] = [],
): PacketVerification {
  return { verified: wrong === null, firstWrong: wrong, key: used?.name ?? null, isOriginShown: given !== null, remarks }
}

function unsigned(statement: string, because: string | null): Wrong | null {
  return because === null ? null : { where: `statements.${statement}`, because: `The statement cannot be believed: ${because}.` }
}

function parse(bytes: Uint8Array): ReleasePacket | Wrong {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const packet = readPacket(JSON.parse(text))
    if ('misshapen' in packet) return { where: packet.misshapen, because: 'It is not what a release packet has there.' }
    if (packetText(packet) === text) return packet
    return { where: 'file', because: 'It is not written as packets are (RFC 8785, one line): it was changed after it was made.' }
  } catch {
    // Neither UTF-8 nor JSON, or nested deeper than anything that a server writes.
    return { where: 'file', because: 'It is no JSON text in UTF-8 that could be a packet.' }
  }
}

function remarksOn({ evidence }: ReleasePacket): readonly string[] {
  return evidence.flatMap(({ id, gate, revoked }) =>
    revoked === null ? [] : [`The evidence ${id} for ${gate} was taken back at ${revoked.at}: ${revoked.reason}`],
  )
}
