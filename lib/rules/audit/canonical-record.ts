import type { AuditValue } from '#lib/model/audit.ts'
import { canonicalText } from './canonical-text.ts'

const KEYS = ['action', 'actor', 'details', 'repository', 'subject']

/** True for the canonical text of `{ action, actor, details, repository, subject }`, and for no other spelling of it. */
export function isCanonicalRecord(text: string): boolean {
  try {
    const value = JSON.parse(text) as AuditValue
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    return Object.keys(value).join() === KEYS.join() && canonicalText(value) === text
  } catch {
    return false
  }
}
