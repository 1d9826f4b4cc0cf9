import type { AuditValue } from '#lib/model/audit.ts'
import type { Content } from '#lib/model/content.ts'

/** Content as an audit entry and an answer have it: only the names it has, in one order. */
export function contentValue({ gitCommit, gitTree, sha256 }: Content): Content & AuditValue {
  const value: { -readonly [Name in keyof Content]: string } = {}
  if (gitCommit !== undefined) value.gitCommit = gitCommit
  if (gitTree !== undefined) value.gitTree = gitTree
  if (sha256 !== undefined) value.sha256 = sha256
  return value
}
