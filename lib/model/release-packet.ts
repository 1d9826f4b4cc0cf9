import type { AuditEntry, AuditValue } from './audit.ts'
import type { Content } from './content.ts'
import type { JudgedItem } from './eligibility.ts'
import type { Evidence } from './evidence.ts'
import type { PromotionBasis } from './promotion.ts'

/** What a packet says it is; another layout gets another name. */
export const PACKET_FORMAT = 'lanekeeper.release-packet.v1'

/** Evidence as a packet carries it: to the letter what the audit chain binds, and what has become of it since. */
export interface PacketEvidence extends Omit<Evidence, 'sequence' | 'receivedAt' | 'revoked'> {
  readonly receivedAt: string
  /** When the packet was made; a pass may be taken back after a promotion. */
  readonly revoked: { readonly at: string; readonly by: string; readonly reason: string } | null
}

/** A run of the audit chain, without a gap, that ends at a signed checkpoint. */
export interface PacketSegment {
  readonly entries: readonly AuditEntry[]
  /** The signed note for its last entry. */
  readonly checkpoint: string
}

/** All that is to be said of a recorded promotion, for somebody who has nothing else. */
export interface PacketBody extends Omit<PromotionBasis, 'planId'> {
  readonly format: typeof PACKET_FORMAT
  /** Who made it: the address of the server, and the public key it signs by (PEM). */
  readonly issuer: { readonly url: string; readonly publicKey: string }
  readonly promotion: {
    readonly id: string
    readonly repository: string
    readonly domain: string
    readonly content: Content
    readonly modelDigest: string
    readonly verdict: 'eligible'
    readonly promotedBy: string
    readonly promotedAt: string
  }
  /** The eight, as they were judged. */
  readonly items: readonly JudgedItem[]
  /** The stored plan that said which gates are needed; null when every gate of every lane was. */
  readonly plan: { readonly id: string; readonly document: AuditValue } | null
  /** Everything that is named, and whatever was recorded together with it: the chain binds a request as a whole. */
  readonly evidence: readonly PacketEvidence[]
  readonly audit: { readonly segments: readonly PacketSegment[] }
}

/** A DSSE envelope. */
export interface Envelope {
  readonly payloadType: string
  /** Base64. */
  readonly payload: string
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[]
}

/** A packet: its body, and two in-toto statements about it that the server has signed. */
export interface ReleasePacket extends PacketBody {
  readonly statements: { readonly gateDecision: Envelope; readonly verificationSummary: Envelope }
}

/** What came of verifying a packet. */
export interface PacketVerification {
  readonly verified: boolean
  /** The first thing that is wrong: where, and why. */
  readonly firstWrong: { readonly where: string; readonly because: string } | null
  /** The key that the signatures were held against; null when there was none to be read. */
  readonly key: string | null
  /** True when the verifier brought the key: only then does a good signature say who made the packet. */
  readonly isOriginShown: boolean
  /** What a reader must know though nothing is wrong. */
  readonly remarks: readonly string[]
}
