import type { Checkpoint, HistoryDoubt } from '#lib/model/checkpoint.ts'
import { doubtHistory, doubtText } from '#lib/rules/audit/doubt-history.ts'
import { type EntryOfCheckpoint, entryOfCheckpoint, hashesOfEntries } from '#lib/store/checkpoint-facts.ts'
import type { Session } from '#lib/store/database.ts'
import { ask, doubtHistoryFromNow, type HistoryGuard, historyDoubt } from '#lib/store/session.ts'
import { type Checkpoints, isSigned, keepCheckpoint, newestCheckpoint, readNote } from './checkpoints.ts'
import { recordAudit } from './record-audit.ts'

/** After so long, or so many entries, whatever was recorded is signed for. */
const CHECKPOINT_AFTER_MS = 60_000
const CHECKPOINT_AFTER_ENTRIES = 1_000
/** How soon after something was recorded the chain is looked at. */
const LOOK_AFTER_MS = 1_000

/** A guard that signs for the history, and can be told to do it now. */
export interface CheckpointingGuard extends HistoryGuard {
  /** Signs for what there is, unless it was signed for already or cannot be. Throws `Unavailable` when the database does not answer. */
  signNow(): Promise<void>
}

/**
 * Signs for the audit chain as it grows, outside the database, and holds a database against what was signed before it is used.
 * `acceptedLoss` is the hash of a checkpoint that an operator has given up: then the chain may end before it, and says so from there on.
 */
export function guardHistory(checkpoints: Checkpoints, acceptedLoss: string | null): CheckpointingGuard {
  let signedAt = 0
  let signedSize = 0
  let timer: NodeJS.Timeout | null = null
  let isSoon = false

  const sign = async (session: Session) => {
    const found = await signHistory(session, checkpoints)
    if (found === null) return
    signedAt = performance.now()
    if (found.doubt === null) signedSize = found.head?.size ?? 0
  }
  const look = async () => {
    timer = null
    isSoon = false
    await ask(async (session) => {
      const { head } = await entryOfCheckpoint(session, signedSize)
      const due = performance.now() - signedAt >= CHECKPOINT_AFTER_MS || (head?.size ?? 0) - signedSize >= CHECKPOINT_AFTER_ENTRIES
      if (due) await sign(session)
      else if ((head?.size ?? 0) > signedSize) lookIn(CHECKPOINT_AFTER_MS - (performance.now() - signedAt))
    })
  }
  // What goes wrong is tried again after the next entry, and at the next start.
  const lookIn = (ms: number) => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void look().catch(() => undefined), ms).unref()
  }

  return {
    async examine(session) {
      const { doubt } = await lookAt(session, checkpoints)
      if (doubt !== null) {
        // A chain that is empty holds nothing that could be taken for the whole: it begins anew, and its first entry says after what.
        if (doubt.head !== null && doubt.lost.hash !== acceptedLoss) return doubtText(doubt)
        await acceptLoss(session, checkpoints, doubt)
      }
      await sign(session)
      return null
    },
    recorded() {
      if (isSoon) return
      isSoon = true
      lookIn(LOOK_AFTER_MS)
    },
    signNow: async () => {
      if (historyDoubt() === null) await ask(sign)
    },
  }
}

/**
 * Signs for what there is, unless it was signed for already. Answers what was found; null when another process of this folder is just doing
 * it. From a history that is not the one that was signed for on, nothing is recorded.
 */
export async function signHistory(session: Session, checkpoints: Checkpoints): Promise<Look | null> {
  let found: Look | null = null
  await checkpoints.folder.alone(async () => {
    found = await lookAt(session, checkpoints)
    if (found.doubt !== null) doubtHistoryFromNow(doubtText(found.doubt))
    else if (found.head !== null && found.head.size > found.signed) keepCheckpoint(checkpoints, found.head)
  })
  return found
}

interface Look extends Pick<EntryOfCheckpoint, 'head'> {
  readonly doubt: HistoryDoubt | null
  /** How many entries are signed for. */
  readonly signed: number
}

/** Holds the chain against the newest checkpoint that can be believed; a note that cannot be is named by the verification. */
async function lookAt(session: Session, checkpoints: Checkpoints): Promise<Look> {
  const newest = newestCheckpoint(checkpoints)
  const facts = await entryOfCheckpoint(session, newest?.size ?? 0)
  const doubt = newest === null ? null : doubtHistory(newest, facts)
  return { head: facts.head, doubt, signed: newest?.size ?? 0 }
}

/** Writes to the chain which checkpoint it does not reach, then sets the notes aside that it contradicts: in this order, so that none is lost unsaid. */
async function acceptLoss(session: Session, checkpoints: Checkpoints, { fault, lost, head }: HistoryDoubt): Promise<void> {
  const details = { because: fault, head: namedIn(head), lost: namedIn(lost) }
  await recordAudit(session, { action: 'rollback.accepted', actor: 'server', repository: null, subject: lost.hash, details })
  const sizes = checkpoints.folder.sizes().filter((size) => size > (head?.size ?? 0))
  const hashes = await hashesOfEntries(
    session,
    checkpoints.folder.sizes().filter((size) => size <= (head?.size ?? 0)),
  )
  const contradicted = [...hashes].filter(([size, hash]) => {
    const note = readNote(checkpoints, size)
    return isSigned(note) && note.hash !== hash
  })
  checkpoints.folder.setAside([...contradicted.map(([size]) => size), ...sizes], `${lost.size}-${lost.hash.slice(0, 12)}`)
}

function namedIn(checkpoint: Checkpoint | null) {
  return checkpoint === null ? null : { hash: checkpoint.hash, size: checkpoint.size }
}
