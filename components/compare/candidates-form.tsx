import { buttonLook } from '#components/ui/button.tsx'
import type { CandidateChoice } from '#components/vocabulary/candidate-picker.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { dateOf } from '#lib/wording/age.ts'
import type { CompareRange } from '#lib/wording/compare-range.ts'
import { COMPARE_HREF, type OfRepository } from '#lib/wording/href.ts'

/** Names the two candidates. A plain form: it works before anything is loaded, and the server finds a name by its beginning. */
export function CandidatesForm({
  asked,
  candidates,
  of,
}: {
  asked: CompareRange
  candidates: readonly CandidateChoice[]
  of: OfRepository
}) {
  return (
    <form action={COMPARE_HREF} method="get" className="flex flex-wrap items-end gap-3">
      {of.repository ? <input type="hidden" name="repository" value={of.repository} /> : null}
      <NameField name="base" label="Before" value={asked.base} />
      <NameField name="head" label="After" value={asked.head} />
      <datalist id="candidates">
        {candidates.map(({ contentId, firstSeenAt }) => (
          <option key={contentId} value={contentId}>
            {shortContent(contentId)} · {dateOf(Date.parse(firstSeenAt))}
          </option>
        ))}
      </datalist>
      <button type="submit" className={buttonLook('primary')}>
        Compare
      </button>
    </form>
  )
}

function NameField({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="w-full min-w-0 space-y-1 text-dense text-muted sm:w-80">
      <span className="block">{label}</span>
      <input
        name={name}
        list="candidates"
        defaultValue={value}
        required
        maxLength={80}
        spellCheck={false}
        autoComplete="off"
        placeholder="a commit, a tree or sha256:…, or its first digits"
        className="control h-8 w-full px-2 font-mono text-dense"
      />
    </label>
  )
}
