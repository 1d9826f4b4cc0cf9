'use client'

import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { goTo } from '#components/ui/go-to.ts'
import { Tabs } from '#components/ui/tabs.tsx'
import { useAddress } from '#components/ui/use-address.ts'
import { type PlanRequest, postPlan } from '#lib/client/plans.ts'
import { newKey } from '#lib/client/send.ts'
import type { ProfileKind } from '#lib/model/release-profile.ts'
import { changeHref } from '#lib/wording/href.ts'
import { DiffField } from './diff-field.tsx'
import { FilesField } from './files-field.tsx'
import { INPUT_TABS, type InputTab } from './input-tab.ts'
import { type Draft, readDraft } from './read-draft.ts'

/** A change to try the explorer with. */
export interface SampleChange {
  readonly files: readonly string[]
  readonly diff: string
}

/** The plan explorer's form: a change goes in, its stored plan is where the browser goes next. */
export function PlanForm({
  repository,
  profiles,
  sample,
}: {
  /** As the address names it; null where there is only one. */
  repository: string | null
  profiles: readonly { readonly id: string; readonly kind: ProfileKind }[]
  sample: SampleChange | null
}) {
  const { values, set } = useAddress(['input'], { history: 'replace' })
  const tab = INPUT_TABS.find((each) => each === values.input) ?? 'diff'
  const [draft, setDraft] = useState<Draft>({ diff: '', files: '' })
  const [profile, setProfile] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  // A send whose answer was lost is repeated with its key, so that it is one plan and not two.
  const lastSent = useRef({ body: '', key: '' })

  function edit(part: Partial<Draft>) {
    setDraft((before) => ({ ...before, ...part }))
    setFault(null)
    setFailure(null)
  }

  async function send() {
    if (busy) return
    const read = readDraft(tab, draft)
    setFailure(null)
    setFault('fault' in read ? read.fault : null)
    if ('fault' in read) return
    setBusy(true)
    try {
      const { id } = await post({ ...read.change, ...(profile === '' ? {} : { profile }) })
      lastSent.current = { body: '', key: '' }
      // The button stays busy until the plan's page is there.
      goTo(changeHref(id))
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  function post(change: PlanRequest) {
    const body = JSON.stringify(change)
    if (lastSent.current.body !== body) lastSent.current = { body, key: newKey() }
    return postPlan(repository, change, lastSent.current.key)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }

  function sendOnCtrlEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }

  const field = { fault, failure, edit, draft }
  return (
    <form onSubmit={submit} onKeyDown={sendOnCtrlEnter} noValidate>
      <Tabs<InputTab>
        label="How to give the change"
        value={tab}
        onChange={(next) => {
          edit({})
          set({ input: next === 'diff' ? null : next })
        }}
        tabs={[
          { value: 'diff', label: 'Paste diff', panel: <DiffField {...field} /> },
          { value: 'files', label: 'Changed files', panel: <FilesField {...field} /> },
        ]}
      />
      <div className="mt-4 flex flex-wrap items-end gap-3">
        <div className="space-y-1.5">
          <label htmlFor="profile" className="block font-medium text-dense">
            Release profile
          </label>
          <select
            id="profile"
            value={profile}
            onChange={(event) => setProfile(event.target.value)}
            className="control h-8 min-w-44 px-2 text-body"
          >
            <option value="">none</option>
            {profiles.map((each) => (
              <option key={each.id} value={each.id}>
                {each.id} ({each.kind})
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" look="primary" aria-disabled={busy}>
          {busy ? 'Planning…' : 'Plan'}
          <kbd className="hidden font-mono text-meta sm:inline">Ctrl ↵</kbd>
        </Button>
        {sample === null ? null : (
          <Button onClick={() => edit({ diff: sample.diff, files: `${sample.files.join('\n')}\n` })} aria-describedby="sample-hint">
            Fill in a sample
          </Button>
        )}
        <p id="sample-hint" className="w-full text-meta text-muted">
          {sample === null
            ? null
            : 'The sample changes files of this repository’s own model, one of them without an owner where there is one.'}
        </p>
      </div>
    </form>
  )
}
