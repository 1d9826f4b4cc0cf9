import type { AuditValue } from '#lib/model/audit.ts'
import type { Content } from '#lib/model/content.ts'

/** Content as an audit entry and an answer have it: only the names it has, in one order. */
export function contentValue({ gitCommit, gitTree, sha256 }: Content): Content & AuditValue {
  return {
    ...(gitCommit === undefined ? {} : { gitCommit }),
    ...(gitTree === undefined ? {} : { gitTree }),
    ...(sha256 === undefined ? {} : { sha256 }),
  }
}
