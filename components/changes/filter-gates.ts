import { GATE_LAYERS, type GateLayer } from '#lib/model/gate-layer.ts'
import type { GateView } from './gate-view.ts'

export interface LayerGates {
  readonly layer: GateLayer
  readonly domains: readonly { readonly domain: string | null; readonly gates: readonly GateView[] }[]
  readonly gates: number
}

/** The gates whose title, id or domain, or one of whose files, has every word of the filter in it. */
export function filterGates(gates: readonly GateView[], paths: readonly string[], filter: string): readonly GateView[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return gates
  return gates.filter((gate) => {
    const named = `${gate.title} ${gate.id} ${gate.layer}`.toLowerCase()
    return words.every(
      (word) => named.includes(word) || gate.chains.some((chain) => chain.files.some((file) => paths[file]?.toLowerCase().includes(word))),
    )
  })
}

/** Gates by layer, then by domain, keeping the order of the plan; a layer without gates is left out. */
export function groupGates(gates: readonly GateView[]): readonly LayerGates[] {
  return GATE_LAYERS.flatMap((layer) => {
    const ofLayer = gates.filter((gate) => gate.layer === layer)
    const domains = [...new Set(ofLayer.map((gate) => gate.domain))]
    if (ofLayer.length === 0) return []
    return [
      {
        layer,
        gates: ofLayer.length,
        domains: domains.map((domain) => ({ domain, gates: ofLayer.filter((gate) => gate.domain === domain) })),
      },
    ]
  })
}
