import { CodeBlock } from '#components/ui/code-block.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import type { CheckpointDocument } from '#lib/model/audit-trust.ts'
import { count } from '#lib/wording/count.ts'
import { SaveNoteButton } from './save-note-button.tsx'

/** The newest checkpoint, and when the newest entry that it signs for was recorded. */
export interface ShownCheckpoint extends CheckpointDocument {
  /** Milliseconds; null when the chain has no such entry, as when its end was cut off. */
  readonly entryAt: number | null
}

/** What this server has signed for outside the database, to be kept elsewhere and verified there. */
export function NewestCheckpoint({ checkpoint, now }: { checkpoint: ShownCheckpoint | null; now: number }) {
  return (
    <section aria-label="Newest checkpoint" className="mb-4 rounded-card border border-border px-4 py-3 text-dense">
      {checkpoint === null ? (
        <p className="text-muted">
          Nothing is signed for yet. A checkpoint is made within a minute of the first entry; until then nobody could show that the end of
          the chain was cut off.
        </p>
      ) : (
        <Signed checkpoint={checkpoint} now={now} />
      )}
    </section>
  )
}

function Signed({ checkpoint: { size, hash, note, publicKey, entryAt }, now }: { checkpoint: ShownCheckpoint; now: number }) {
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-72">
          <span className="font-medium">Newest checkpoint</span>: signed for {count(size, 'entry', 'entries')},{' '}
          {entryAt === null ? (
            'which the chain does not have'
          ) : (
            <>
              the last of them recorded <Age at={new Date(entryAt).toISOString()} now={now} />
            </>
          )}
          <span className="flex max-w-full items-center gap-1.5 text-muted">
            hash <FullHash text={hash} label="Copy hash of the checkpoint" />
          </span>
        </p>
        <SaveNoteButton note={note} size={size} />
        <CopyButton text={publicKey} label="Copy the public key" size="compact" look="secondary">
          Copy the public key
        </CopyButton>
      </div>
      <Disclosure summary={<span className="font-normal text-dense">The note and the key, and what they are good for</span>}>
        <div className="space-y-2 pt-1">
          <p className="text-muted">
            Keep both where nobody who runs this server can change them. Whoever has them can tell, at any later time, whether the chain
            still begins with these entries.
          </p>
          <CodeBlock text={note} label="Copy the note" />
          <CodeBlock text={publicKey} label="Copy the public key" />
          <CodeBlock
            text={`npx lanekeeper audit verify --export audit.ndjson --checkpoint lanekeeper-checkpoint-${size}.note --pubkey signing-key.pub.pem`}
            label="Copy the command"
          />
        </div>
      </Disclosure>
    </div>
  )
}
