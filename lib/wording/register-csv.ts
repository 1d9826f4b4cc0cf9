import { FAST_PROFILE_PROOFS } from '#lib/model/judgement.ts'
import type { RegisterLine } from '#lib/model/register-line.ts'
import { csvText } from './csv-text.ts'
import { proofWord } from './proof-word.ts'

/** Lines of the register as CSV: each with what it is, its five proofs and since when. A skip says that it is one. */
export function registerCsv(lines: readonly RegisterLine[], judgedAt: string): string {
  const head = [
    'judged_at',
    'line',
    'what',
    'state',
    'gate',
    'domain',
    'profile',
    'candidate',
    'owner',
    'since',
    'repaid_at',
    ...FAST_PROFILE_PROOFS,
    'because',
  ]
  const rows = lines.map((line) => [
    judgedAt,
    line.id,
    line.kind ?? 'declared-skip',
    line.refusal === null ? line.state : `${line.state}: ${line.refusal}`,
    line.gate,
    line.domain ?? 'global',
    line.profile ?? '',
    line.content,
    line.owner ?? '',
    line.at,
    line.closedAt ?? '',
    ...FAST_PROFILE_PROOFS.map((id) => proofWord(line.proofs.find((proof) => proof.id === id)?.status ?? null)),
    line.because.join(' '),
  ])
  return csvText([head, ...rows])
}
