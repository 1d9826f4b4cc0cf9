import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import { currentVersion, type Exception } from '#lib/model/exception.ts'
import { type Person, personIdentity } from '#lib/model/person.ts'
import { isRefusal } from '#lib/model/refusal.ts'
import { requestValue } from '#lib/rules/exceptions/request-hash.ts'
import { decidingRoles, whyNotDecide } from '#lib/rules/exceptions/why-not-decide.ts'
import { judgeCandidate } from '#lib/rules/release/judge-candidate.ts'
import { findException } from '#lib/store/exceptions.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { askOfOneMoment } from '#lib/store/session.ts'
import { exceptionUnknown } from './change-exception.ts'
import { loadCurrentModel } from './current-model.ts'
import { loadException } from './exception-case.ts'
import { exceptionDocument } from './exception-document.ts'
import { isRecordId } from './record-id.ts'

/** An exception with everything that whoever decides must see: how it was worded, what it rests on, what came since, who may decide. */
export async function readException(asked: { readonly repository: string | null; readonly id: string; readonly person: Person | null }) {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  if (!isRecordId(asked.id)) return exceptionUnknown()
  return askOfOneMoment(async (session) => {
    const exception = await findException(session, current.repository.id, asked.id)
    if (exception === null) return exceptionUnknown()
    const now = await databaseMoment(session)
    const loaded = await loadException(session, current, exception, now)
    const { exceptionCase, facts } = loaded
    const { model } = current.compiled
    const { gates } = currentVersion(exception).request
    return {
      ...exceptionDocument(loaded, { model, person: asked.person, now }),
      versions: exception.versions.map(({ version, request, by, at }) => ({
        version,
        request: requestValue(request),
        by: personIdentity(by),
        name: by.name,
        at: at.toISOString(),
      })),
      evidence: judgeCandidate(model, facts, { profile: null, now, gates }).gates,
      since: sinceRequested(exception, facts),
      deciders: exceptionCase.people
        .filter((person) => whyNotDecide(exceptionCase, person, 'approve', now) === null)
        .map((person) => ({
          by: personIdentity(person),
          name: person.name,
          roles: decidingRoles(exceptionCase, person, 'approve', now),
        })),
      computedAt: now.toISOString(),
    }
  })
}

/** What was recorded for its gates on this content since it was first asked for, oldest first. */
function sinceRequested({ versions }: Exception, { evidence, skips }: CandidateFacts) {
  const asked = versions[0]?.at ?? new Date(0)
  const recorded = evidence.map(({ id, gate, result, receivedAt }) => ({ kind: 'evidence' as const, id, gate, result, at: receivedAt }))
  const declared = skips.map(({ id, gate, declaredAt }) => ({ kind: 'skip' as const, id, gate, result: null, at: declaredAt }))
  return [...recorded, ...declared]
    .filter(({ at }) => at > asked)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((each) => ({ ...each, at: each.at.toISOString() }))
}
