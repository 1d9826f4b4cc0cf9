import type { ChangeKind } from '#lib/model/change.ts'

/** One word for what happened to a path. */
export const CHANGE_KIND_LABEL: Readonly<Record<ChangeKind, string>> = {
  added: 'added',
  modified: 'changed',
  deleted: 'deleted',
  renamed: 'renamed',
  copied: 'copied',
  'type-changed': 'type changed',
}
