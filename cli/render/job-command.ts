import type { PlannedGate } from '#lib/model/gate-plan.ts'

/** The sentence for a gate that no lane gives a command. */
export function noCommandSentence(gate: PlannedGate): string {
  return `Nobody has said how to run the gate ${gate.id}: give it a run in its lane or in the routing rules.`
}

/**
 * The command for a job. A gate without one gets a command that fails and says so: an empty job would be green without having looked
 * at anything.
 */
export function jobCommand(gate: PlannedGate): string {
  if (gate.run !== null && gate.run.trim() !== '') return gate.run
  return `echo "${noCommandSentence(gate)}" >&2; exit 1`
}
