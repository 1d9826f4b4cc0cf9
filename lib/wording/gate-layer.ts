import type { GateLayer } from '#lib/model/gate-layer.ts'
import type { Wording } from './wording.ts'

/** The four layers; `meaning` is the question the operating model says the layer answers. */
export const GATE_LAYER_WORDING: Readonly<Record<GateLayer, Wording>> = {
  'contract-global': {
    label: 'Global contract',
    meaning: 'Does the whole platform contract still hold?',
    next: 'Run it on the change itself: no profile may skip a global contract gate.',
  },
  'domain-local': {
    label: 'Domain-local',
    meaning: 'Is the owning domain internally correct?',
    next: 'Run the tests of the domains whose files changed.',
  },
  'consumer-smoke': {
    label: 'Consumer smoke',
    meaning: 'Did the domains that consume this contract still work?',
    next: 'Run the smokes of the consumers, or hand them to the owner of the consuming domain.',
  },
  'service-evidence': {
    label: 'Service evidence',
    meaning: 'Is this domain ready to promote independently or claim maturity?',
    next: 'Attach evidence from the release profile, degradation, rollback or SLO checks.',
  },
}
