import type { Reason } from '#lib/model/reason.ts'
import { visible } from '#lib/wording/fit-text.ts'
import { wrap } from './wrap.ts'

/** Why, who can move it, and the next command, each on lines of its own. */
export function reasonLines(reasons: readonly Reason[], width: number, indent: string): string {
  return reasons
    .map(({ text, actors, next }) => {
      const who = actors.length === 0 ? '' : `Who: ${actors.map(visible).join(', ')}.`
      const label = next === null ? '' : `Next: ${visible(next.label)}${next.command === null ? '' : ':'}`
      const command = next?.command == null ? '' : `${indent}  ${visible(next.command)}\n`
      return `${wrap([visible(text), who, label].filter((each) => each !== '').join(' '), width, indent)}${command}`
    })
    .join('')
}
