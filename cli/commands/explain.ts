import { CommandFault } from '#cli/command-fault.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson, styleOf } from '#cli/output.ts'
import { type PlanOptions, planRequest } from '#cli/plan/plan-request.ts'
import { readPlan } from '#cli/plan/read-plan.ts'
import { renderExplanation } from '#cli/render/explanation.ts'
import { explainGate } from '#lib/rules/routing/explain-gate.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** Says why a gate is required for a change, or which rule left it out. Faults when the model has no such gate. */
export async function explainCommand(context: CommandContext, gate: string, options: PlanOptions): Promise<ExitCode> {
  const { terminal } = context
  const plan = await readPlan(planRequest({ repo: context.options.repo, cwd: terminal.cwd, env: terminal.env }, options), terminal)
  const explanation = explainGate(plan, gate)
  if (!explanation.known) {
    const near = explanation.suggestions.length === 0 ? '' : ` Did you mean ${explanation.suggestions.join(' or ')}?`
    throw new CommandFault(
      'gate-unknown',
      `There is no gate ${visible(gate)}.${near}`,
      'lanekeeper plan --json lists every gate, required or not.',
    )
  }
  if (context.options.json === true) {
    const { repository, modelDigest, base, head, profile } = plan
    const found = plan.gates.find((each) => each.id === gate)
    const { layer = null, title = null, run = null } = found ?? {}
    const { required, reasons, because } = explanation
    printJson(context, {
      version: 1,
      repository,
      modelDigest,
      base,
      head,
      profile,
      gate,
      required,
      layer,
      title,
      run,
      reasons,
      because,
      diagnostics: plan.diagnostics,
    })
  } else {
    terminal.print(renderExplanation(explanation, plan, styleOf(context)))
  }
  return EXIT.yes
}
