import type { JudgeProof } from '../proof-facts.ts'
import { residualRisk } from '../residual-risk.ts'

/** 5: owners approve what risk remains, by an exception in force for each gate that it comes from, approved for at least that risk. */
export const proveOwnerApproval: JudgeProof = (facts) => {
  const { risk, because, unapproved, approvedBy } = residualRisk(facts)
  if (risk === 'none') {
    const text = 'No residual risk remains, so nobody need approve it.'
    return { status: 'passed', reasons: [{ code: 'proof.owner-approval', text, refs: [], actors: [], next: null }] }
  }
  if (unapproved.length === 0) {
    const text = `A ${risk} residual risk remains (${because.slice(0, 3).join('; ')}), and exceptions that are in force approve all of it.`
    const refs = approvedBy.map((id) => `exception:${id}`)
    return { status: 'passed', reasons: [{ code: 'proof.owner-approval', text, refs, actors: [], next: null }] }
  }
  const text = `A ${risk} residual risk remains, and nobody has approved this of it: ${unapproved.slice(0, 3).join('; ')}. An owner must, by an exception for that gate and at least that risk.`
  const next = {
    label: 'Run what was skipped, so that no risk remains, or ask for an exception',
    command: `lanekeeper check --profile ${facts.profile.id}`,
  }
  return {
    status: 'missing',
    reasons: [{ code: 'proof.owner-approval-missing', text, refs: [], actors: ['the owners of the skipped gates'], next }],
  }
}
