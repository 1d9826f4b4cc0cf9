import { rollUp } from '../../status/roll-up.ts'
import { neededGates, reasonsOf } from '../needed-gates.ts'
import type { JudgeProof } from '../proof-facts.ts'

/** 1: the source or manifest was validated by the global gates: each that is needed has itself passed on this content. */
export const proveValidatedSource: JudgeProof = ({ candidate }) => {
  const globals = neededGates(candidate).filter(({ layer }) => layer === 'contract-global')
  const status = rollUp(globals)
  const text = `${globals.length} global contract gates are needed, and each has passed on this content.`
  return {
    status,
    reasons: reasonsOf(globals, { code: 'proof.validated-source', text }, 'No global contract gate validates this content.'),
  }
}
