/** The four gate layers of the operating model, in the order a change meets them (operating model, "Gate Layers"). */
export const GATE_LAYERS = ['contract-global', 'domain-local', 'consumer-smoke', 'service-evidence'] as const

export type GateLayer = (typeof GATE_LAYERS)[number]
