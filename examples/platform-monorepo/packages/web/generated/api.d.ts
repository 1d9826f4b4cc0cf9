// Generated from doc/api by codegen; do not edit. `make codegen` writes it again.
export interface Precheck {
  admitted: boolean
  reason?: string
}

export interface Quota {
  resource: string
  limit: number
  used: number
}

export interface Allocation {
  id: string
  nodeId: string
  gpus: number
  state: 'requested' | 'placed' | 'running' | 'releasing' | 'released' | 'failed'
}
