import type { JudgeProof } from '../proof-facts.ts'
import { residualRisk } from '../residual-risk.ts'

/** 5: the owner approves what risk remains. Nobody can approve yet, so risk that remains is not approved. */
export const proveOwnerApproval: JudgeProof = (facts) => {
  const { risk, because } = residualRisk(facts)
  if (risk === 'none') {
    const text = 'No residual risk remains, so nobody need approve it.'
    return { status: 'passed', reasons: [{ code: 'proof.owner-approval', text, refs: [], actors: [], next: null }] }
  }
  const text = `A ${risk} residual risk remains (${because.slice(0, 3).join('; ')}), and an owner must approve it. Approvals cannot be recorded yet.`
  const next = { label: 'Run what was skipped, so that no risk remains', command: `lanekeeper check --profile ${facts.profile.id}` }
  return {
    status: 'missing',
    reasons: [{ code: 'proof.owner-approval-missing', text, refs: [], actors: ['the owners of the skipped gates'], next }],
  }
}
