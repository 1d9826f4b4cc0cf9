import { Blocks, FileCheck2, Globe, type LucideIcon, Share2 } from 'lucide-react'
import type { GateLayer } from '#lib/model/gate-layer.ts'

const ICONS: Readonly<Record<GateLayer, LucideIcon>> = {
  'contract-global': Globe,
  'domain-local': Blocks,
  'consumer-smoke': Share2,
  'service-evidence': FileCheck2,
}

/** The picture of a gate layer, always beside its name. */
export function LayerIcon({ layer }: { layer: GateLayer }) {
  const Icon = ICONS[layer]
  return <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
}
