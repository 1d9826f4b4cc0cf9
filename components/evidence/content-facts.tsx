import { Code } from '#components/ui/code.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Fact, FactList } from '#components/ui/fact-list.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import { LayerIcon } from '#components/vocabulary/layer-icon.tsx'
import { type Content, contentIdOf } from '#lib/model/content.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { boardHref, gateHref } from '#lib/wording/href.ts'
import type { EvidenceDetailProps } from './detailed-evidence.ts'

/** What it speaks of: the content by all its names, and the gate as it was defined. */
export function ContentFacts({ evidence, repository }: EvidenceDetailProps) {
  const { content, layer, gate, domain, gateDefinition, profile } = evidence
  return (
    <FactList>
      {NAMES.map(([name, key]) => {
        const text = content[key]
        return (
          <Fact key={key} name={name}>
            {text === undefined ? (
              <span className="text-muted">not named</span>
            ) : (
              <FullHash text={text} label={`Copy ${name.toLowerCase()}`} />
            )}
          </Fact>
        )
      })}
      <Fact name="Candidate">
        <PageLink
          href={boardHref({ repository, commit: contentIdOf(content) })}
          className="inline-block min-h-6 py-0.5 text-link underline"
        >
          the board of this content
        </PageLink>
      </Fact>
      <Fact name="Gate">
        <span className="inline-flex max-w-full items-center gap-x-1">
          {domain === null ? (
            <Code>
              <VisibleText text={gate} limit={140} />
            </Code>
          ) : (
            <PageLink href={gateHref(gate, domain, { repository, commit: contentIdOf(content) })} className="text-link underline">
              <Code>
                <VisibleText text={gate} limit={140} />
              </Code>
            </PageLink>
          )}
          <CopyButton text={gate} label="Copy gate id" />
        </span>
        <span className="flex items-center gap-1.5 text-meta text-muted">
          {layer === null ? null : <LayerIcon layer={layer} />}
          {layer === null ? 'The operating model has no such gate today.' : GATE_LAYER_WORDING[layer].label}
        </span>
      </Fact>
      <Fact name="Gate definition">
        <FullHash text={gateDefinition} label="Copy definition" />
      </Fact>
      <Fact name="Profile">{profile === null ? <span className="text-muted">none</span> : <VisibleText text={profile} limit={63} />}</Fact>
    </FactList>
  )
}

const NAMES: readonly (readonly [string, keyof Content])[] = [
  ['Commit', 'gitCommit'],
  ['Tree', 'gitTree'],
  ['Artifact SHA-256', 'sha256'],
]
