import { createHash } from 'node:crypto'
import type { Gate } from '#lib/model/gate.ts'

/**
 * What a gate was when evidence for it was recorded: `sha256:` over its id, its layer and its command (its title when it has none).
 * A gate whose command has changed is another gate, and what the old one showed does not speak for it.
 */
export function gateDefinition(gate: Gate): string {
  const text = JSON.stringify([gate.id, gate.layer, gate.run ?? gate.title])
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}
