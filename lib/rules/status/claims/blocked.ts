import type { Reason } from '#lib/model/reason.ts'
import { runNext } from '../../evidence/next-step.ts'
import { quoteBriefly } from '../../evidence/quote-briefly.ts'
import type { WeighedEvidence } from '../../evidence/weigh-evidence.ts'
import { reasonOf } from '../gate-reason.ts'
import type { GateLook } from '../look-at-gate.ts'

/** Reported blocked, contradictory, passed without showing anything, or skipped without a proof that holds. */
export function claimBlocked(look: GateLook): readonly Reason[] {
  const reported = look.standing.filter(({ says }) => says === 'blocked' || says === 'skipped')
  return [
    ...contradictoryContent(look),
    ...contradictoryResults(look),
    ...reported.map((each) => explain(look, each)),
    ...look.refusedSkips.map(({ reason }) => reason),
  ]
}

function contradictoryContent(look: GateLook): readonly Reason[] {
  const { contradictions, contentId } = look.facts.names
  if (contradictions.length === 0) return []
  return [
    reasonOf(look.facts, {
      code: 'content.contradictory',
      text: `A commit has one tree, and ${contradictions.slice(0, 3).join(', ')} was named with different ones: nothing that names ${contentId} can be believed.`,
      next: { label: 'Find out which producer names a wrong tree, and judge a commit that is named rightly', command: null },
    }),
  ]
}

/** A deterministic gate that both passed and failed on the same content, whatever was run again since: one of the two is not true. */
function contradictoryResults(look: GateLook): readonly Reason[] {
  const { counted } = look
  const { gate } = look.facts
  if (gate.deterministic !== true) return []
  const passed = counted.find(({ evidence }) => evidence.result === 'passed')
  const failed = counted.find(({ evidence }) => evidence.result === 'failed')
  if (passed === undefined || failed === undefined) return []
  return [
    reasonOf(look.facts, {
      code: 'evidence.contradictory',
      text: `${gate.id} is deterministic, and on the same content evidence ${failed.evidence.id} failed and ${passed.evidence.id} passed: one of the two is not true.`,
      refs: [`evidence:${failed.evidence.id}`, `evidence:${passed.evidence.id}`],
      next: { label: 'Find the cause; a new commit starts afresh, or the lane takes back `deterministic`', command: null },
    }),
  ]
}

function explain(look: GateLook, { evidence, code }: WeighedEvidence): Reason {
  const found = FOUND[code] ?? 'was reported blocked'
  const because = evidence.reason === null ? '' : `: ${quoteBriefly(evidence.reason)}`
  return reasonOf(look.facts, {
    code: evidence.result === 'skipped' ? 'skip.no-evidence' : code,
    text: `${look.facts.gate.id} must pass, and evidence ${evidence.id} ${found}${because}`,
    refs: [`evidence:${evidence.id}`],
    next: runNext(look.facts.gate),
  })
}

const FOUND: Readonly<Record<string, string>> = {
  'evidence.no-tests': 'passed without executing a single test, which shows nothing',
  'evidence.findings-contradict': 'says passed, while its own findings block in the mode of the packet',
  'evidence.skipped': 'says that it was skipped, without a declared skip and its proof',
}
