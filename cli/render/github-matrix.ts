import { CommandFault } from '#cli/command-fault.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { jobCommand } from './job-command.ts'

/** The most jobs that GitHub Actions makes of one matrix. */
export const MOST_MATRIX_JOBS = 256

/** One line of JSON for `strategy.matrix`: a job for each gate. Faults when there are more gates than a matrix can hold. */
export function renderGithubMatrix(plan: GatePlan): string {
  if (plan.gates.length > MOST_MATRIX_JOBS) {
    throw new CommandFault(
      'too-many-gates',
      `The plan has ${plan.gates.length} gates, and a matrix holds ${MOST_MATRIX_JOBS} jobs at most.`,
      'Split them by layer: take --format json and make one matrix for each layer.',
    )
  }
  const include = plan.gates.map((gate) => ({
    gate: gate.id,
    layer: gate.layer,
    domain: gate.domain,
    title: gate.title,
    run: jobCommand(gate),
  }))
  return `${JSON.stringify({ include })}\n`
}
