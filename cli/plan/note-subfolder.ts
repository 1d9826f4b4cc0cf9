import type { Repository } from '#cli/git/repository.ts'
import type { Terminal } from '#cli/terminal.ts'
import { visibleText } from '#lib/model/visible-text.ts'

/** Says when only a part of a git repository is looked at: what lies outside of it is then in no plan. */
export function noteSubfolder({ prefix, name }: Pick<Repository, 'prefix' | 'name'>, terminal: Terminal): void {
  if (prefix === '') return
  terminal.note(
    `lanekeeper: ${visibleText(name)} is the folder ${visibleText(prefix, 300)} of a git repository; what lies outside of it is not looked at.\n`,
  )
}
