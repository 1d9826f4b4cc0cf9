import type { Producer } from '#lib/model/evidence.ts'
import type { Gate } from '#lib/model/gate.ts'

/** The token that the server was given at its start, for first use. It counts as every producer. */
const INITIAL_TOKEN = 'token:initial'

/** True when a pass of this producer counts for the gate. What fails counts whoever says so. */
export function mayPass(gate: Pick<Gate, 'producers'>, producer: Producer): boolean {
  return gate.producers.length === 0 || gate.producers.includes(producer.name) || producer.identity === INITIAL_TOKEN
}
