'use client'

import type { FormEvent, ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useAddress } from '#components/ui/use-address.ts'
import type { CandidateChoice } from '#components/vocabulary/candidate-picker.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { dateOf } from '#lib/wording/age.ts'
import { REPORTED_RESULT_WORDING } from '#lib/wording/reported-result.ts'

const NAMES = ['gate', 'domain', 'profile', 'result', 'commit', 'cursor'] as const

/** What there is to choose from. */
export interface EvidenceChoices {
  readonly domains: readonly string[]
  readonly profiles: readonly string[]
  readonly gates: readonly string[]
  readonly candidates: readonly CandidateChoice[]
}

/** Narrows the list, on the server; the address keeps it. Whatever is chosen, the list begins with its newest. */
export function EvidenceFilters({ choices }: { choices: EvidenceChoices }) {
  const { values: state, set, isPending } = useAddress(NAMES, { history: 'replace', asks: true })
  const choose = (chosen: Parameters<typeof set>[0]) => set({ ...chosen, cursor: null })
  const isNarrowed = Object.entries(state).some(([name, value]) => name !== 'cursor' && value !== null)

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    choose({ gate: String(new FormData(event.currentTarget).get('gate') ?? '').trim() || null })
  }

  return (
    <search aria-busy={isPending} className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2">
      <form onSubmit={search} className="flex min-w-0 grow items-end gap-2 sm:max-w-md">
        <Labelled label="Gate" className="grow">
          <input
            key={state.gate ?? ''}
            type="search"
            name="gate"
            list="gates"
            data-search-field=""
            defaultValue={state.gate ?? ''}
            placeholder="platform-billing/local/…"
            spellCheck={false}
            autoComplete="off"
            className="control h-8 w-full px-2.5 text-dense"
          />
        </Labelled>
        <datalist id="gates">
          {choices.gates.map((gate) => (
            <option key={gate} value={gate} />
          ))}
        </datalist>
        <Button type="submit">Find</Button>
      </form>
      <Choice label="Domain" value={state.domain} all="any" onChoose={(domain) => choose({ domain })}>
        {[...choices.domains, 'global'].map((domain) => ({ value: domain, label: domain }))}
      </Choice>
      <Choice label="Profile" value={state.profile} all="any" onChoose={(profile) => choose({ profile })}>
        {choices.profiles.map((profile) => ({ value: profile, label: profile }))}
      </Choice>
      <Choice label="Result" value={state.result} all="any" onChoose={(result) => choose({ result })}>
        {REPORTED_RESULTS.map((result) => ({ value: result, label: REPORTED_RESULT_WORDING[result].label }))}
      </Choice>
      <Choice label="Content" value={state.commit} all="any" onChoose={(commit) => choose({ commit })}>
        {choices.candidates.map(({ contentId, firstSeenAt }) => ({
          value: contentId,
          label: `${shortContent(contentId)} · ${dateOf(Date.parse(firstSeenAt))}`,
        }))}
      </Choice>
      {isNarrowed ? (
        <Button look="ghost" onClick={() => choose({ gate: null, domain: null, profile: null, result: null, commit: null })}>
          Clear
        </Button>
      ) : null}
    </search>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

/** A value that the address names is offered too when it is none of those there are. */
function Choice({
  label,
  value,
  all,
  onChoose,
  children,
}: {
  label: string
  value: string | null
  all: string
  onChoose: (value: string | null) => void
  children: readonly Option[]
}) {
  const isListed = value === null || children.some((each) => each.value === value)
  return (
    <Labelled label={label}>
      <select
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value || null)}
        className="control h-8 w-full max-w-48 px-2 text-dense text-text"
      >
        <option value="">{all}</option>
        {isListed ? null : <option value={value}>{value.length > 30 ? shortContent(value) : value}</option>}
        {children.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Labelled({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is handed in and stands inside
    <label className={`block min-w-0 space-y-0.5 text-meta text-muted ${className ?? ''}`}>
      <span className="block">{label}</span>
      {children}
    </label>
  )
}
