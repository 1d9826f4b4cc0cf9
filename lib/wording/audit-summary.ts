import type { AuditValue } from '#lib/model/audit.ts'
import type { ReadAuditRecord } from '#lib/model/audit-record.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { count } from './count.ts'
import { changeHref, evidenceHref } from './href.ts'
import { REPORTED_RESULT_WORDING } from './reported-result.ts'

/** What an entry of the audit chain did, in one line, and where that can be looked at. The text holds what others wrote. */
export interface AuditSummary {
  readonly text: string
  /** Null when what it did has no page. */
  readonly href: string | null
}

/** Says what an entry did. Of an action or details that are not ours only the subject is told: nothing is guessed. */
export function auditSummary({ action, subject, details }: ReadAuditRecord): AuditSummary {
  const of = partsOf(details)
  switch (action) {
    case 'evidence.recorded':
      return evidenceSummary(of, subject)
    case 'evidence.revoked':
      return { text: `${textOf(of.gate)}: ${textOf(of.reason)}`, href: evidenceHref(subject) }
    case 'plan.made':
      return {
        text: `${gatesText(of.gates)}${of.head === null ? '' : ` at ${textOf(of.head).slice(0, 7)}`}${by(of.profile)}`,
        href: changeHref(subject),
      }
    case 'model.stored':
      return { text: textOf(subject), href: null }
    case 'run.announced':
    case 'run.closed':
    case 'run.lapsed':
      return { text: `${gatesText(of.gates)}${by(of.profile)}`, href: null }
    case 'skip.declared':
      return { text: `${textOf(of.gate)}${by(of.profile)}: ${textOf(of.reason)}`, href: null }
    case 'promotion.recorded':
      return { text: textOf(of.domain), href: null }
    case 'token.created':
    case 'person.created':
    case 'session.started':
      return { text: textOf(of.name), href: null }
    case 'role.granted':
    case 'role.revoked':
      return {
        text: `${textOf(of.name)}: ${textOf(of.role)} ${of.domain === null ? 'for all domains' : `of ${textOf(of.domain)}`}`,
        href: null,
      }
    default:
      return { text: subject, href: null }
  }
}

/** Results are counted one by one, so that no skip and no failure hides in a batch. */
function evidenceSummary({ evidence }: Parts, subject: string): AuditSummary {
  const batch = Array.isArray(evidence) ? evidence.map(partsOf) : []
  const [first] = batch
  if (first === undefined) return { text: subject, href: null }
  if (batch.length === 1) return { text: `${resultText(first.result)}: ${textOf(first.gate)}`, href: evidenceHref(textOf(first.id)) }
  const amounts = REPORTED_RESULTS.map((result) => ({ result, amount: batch.filter((each) => each.result === result).length }))
  const told = amounts.filter(({ amount }) => amount > 0).map(({ result, amount }) => `${amount} ${resultText(result).toLowerCase()}`)
  return { text: `${count(batch.length, 'result')}: ${told.join(', ')}`, href: null }
}

function resultText(result: AuditValue | undefined): string {
  const known = REPORTED_RESULTS.find((each) => each === result)
  return known === undefined ? textOf(result) : REPORTED_RESULT_WORDING[known].label
}

function gatesText(gates: AuditValue | undefined): string {
  if (typeof gates === 'number') return count(gates, 'gate')
  if (!Array.isArray(gates)) return 'gates'
  return gates.length === 1 ? textOf(gates[0]) : count(gates.length, 'gate')
}

function by(profile: AuditValue | undefined): string {
  return typeof profile === 'string' ? `, profile ${profile}` : ''
}

type Parts = Readonly<Record<string, AuditValue | undefined>>

function partsOf(value: AuditValue): Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parts) : {}
}

function textOf(value: AuditValue | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? 'not said' : JSON.stringify(value)
}
