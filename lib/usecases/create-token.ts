import { createHash, randomBytes } from 'node:crypto'
import { type Actor, identityOf, isPerson } from '#lib/model/actor.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { ANY_SCOPE, isWithinScope, type TokenScope, type Writer } from '#lib/model/token-scope.ts'
import { keepToken, tokenExpiry, tokenOwner } from '#lib/store/api-tokens.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { recordAudit } from './record-audit.ts'

export interface TokenToCreate {
  /** What a gate's `producers` may list. */
  readonly name: string
  /** Null: what the maker's token may post for; for a person, any. */
  readonly gates: readonly string[] | null
  readonly domains: readonly string[] | null
  readonly expiresInDays: number
  /** A token, which makes no more than itself, or an administrator. */
  readonly actor: Actor
  readonly retry: RetryKey | null
}

const LONGEST_DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000
const INITIAL_TOKEN = 'token:initial'

/**
 * Makes a token that may do no more than the one it is made with and ends no later; an administrator makes any. Only its hash is kept: the answer shows it once, and a
 * retry is refused rather than answered without it.
 */
export async function createToken(asked: TokenToCreate): Promise<KeptDocument | Refusal> {
  const id = randomBytes(8).toString('hex')
  const secret = `lk_${id}_${randomBytes(32).toString('base64url')}`
  const answer = await answerOnce(asked.retry, async () => decideToken(asked, id, secret))
  if (isRefusal(answer)) return answer
  if (answer.replayed) {
    const detail = 'A token was made under this Idempotency-Key. It was shown once and is not kept; make another under a new key.'
    return { refused: 'idempotency-conflict', detail }
  }
  return { document: JSON.stringify({ ...JSON.parse(answer.document), token: secret }), replayed: false }
}

function decideToken(asked: TokenToCreate, id: string, secret: string): Keep | Refusal {
  const { name, actor } = asked
  const widest = isPerson(actor) ? ANY_SCOPE : actor.scope
  const scope: TokenScope = { gates: asked.gates ?? widest.gates, domains: asked.domains ?? widest.domains }
  const refusal = isPerson(actor) ? null : whyNotToken(name, scope, actor)
  if (refusal !== null) return refusal
  const sha256 = createHash('sha256').update(secret).digest('hex')
  return async (session) => {
    const details = { domains: scope.domains, gates: scope.gates, name }
    const { at } = await recordAudit(session, {
      action: 'token.created',
      actor: identityOf(actor),
      repository: null,
      subject: `token:${id}`,
      details,
    })
    const maker = isPerson(actor) ? null : actor.identity.replace(/^token:/, '')
    const latest = maker === null ? null : await tokenExpiry(session, maker)
    const ownerId = isPerson(actor) ? actor.id : await tokenOwner(session, maker ?? '')
    const wanted = new Date(at.getTime() + Math.min(asked.expiresInDays, LONGEST_DAYS) * DAY_MS)
    const expiresAt = latest !== null && latest < wanted ? latest : wanted
    await keepToken(session, { id, name, sha256, scope, createdBy: identityOf(actor), ownerId, createdAt: at, expiresAt })
    return { document: JSON.stringify({ id, name, ...scope, expiresAt: expiresAt.toISOString() }), replayed: false }
  }
}

/** A name is a right too: gates list who may show them. */
function whyNotToken(name: string, scope: TokenScope, writer: Writer): Refusal | null {
  if (writer.ci !== undefined) {
    return { refused: 'not-authorised', detail: 'A CI job makes no tokens: one would outlive the job.' }
  }
  if (!isWithinScope(scope, writer.scope)) {
    const errors = (['gates', 'domains'] as const)
      .filter(
        (field) =>
          !isWithinScope(
            { gates: null, domains: null, [field]: scope[field] },
            { gates: null, domains: null, [field]: writer.scope[field] },
          ),
      )
      .map((path) => ({ path, message: 'allows more than the token it is made with' }))
    return { refused: 'not-authorised', detail: 'A token cannot allow more than the token it is made with.', errors }
  }
  if (writer.identity === INITIAL_TOKEN || name === writer.name) return null
  const message = `must be ${writer.name}: only the initial token makes tokens of another name`
  return { refused: 'not-authorised', detail: `name: ${message}.`, errors: [{ path: 'name', message }] }
}
