import type { Gate } from './gate.ts'
import type { GateLayer } from './gate-layer.ts'
import type { JudgedGate } from './judgement.ts'
import type { Status } from './status.ts'

/** A gate of a lane on a candidate: what was declared, how it stands, and why it is asked for. */
export interface LaneGate
  extends Pick<Gate, 'title' | 'run' | 'consumer' | 'declared'>,
    Pick<JudgedGate, 'gate' | 'status' | 'overlays' | 'satisfied' | 'reasons' | 'evidence'> {
  readonly because: string
}

export interface LaneLayer {
  readonly layer: GateLayer
  /** The worst of its gates; `missing` without any. */
  readonly status: Status
  readonly gates: readonly LaneGate[]
}
