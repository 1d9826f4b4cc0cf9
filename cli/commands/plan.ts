import { CommandFault } from '#cli/command-fault.ts'
import { EXIT, type ExitCode } from '#cli/exit-code.ts'
import { type CommandContext, printJson, styleOf, WIDTH } from '#cli/output.ts'
import { type PlanOptions, planRequest } from '#cli/plan/plan-request.ts'
import { readPlan } from '#cli/plan/read-plan.ts'
import type { PlanFormat } from './plan-format.ts'

/** Prints the gates a change must pass. A plan with gates is a done job, whatever the gates are: the exit status is 0. */
export async function planCommand(context: CommandContext, options: PlanOptions & { readonly format?: PlanFormat }): Promise<ExitCode> {
  const { terminal } = context
  const { json, repo } = context.options
  if (json === true && options.format !== undefined && options.format !== 'json') {
    throw new CommandFault('usage', `--json and --format ${options.format} ask for two formats.`, 'Give one of them.')
  }
  const format = json === true ? 'json' : (options.format ?? 'table')
  const plan = await readPlan(planRequest({ repo, cwd: terminal.cwd, env: terminal.env }, options), terminal)
  switch (format) {
    case 'json':
      printJson(context, plan)
      break
    case 'table': {
      const { renderPlanTable } = await import('#cli/render/plan-table.ts')
      terminal.print(renderPlanTable(plan, { style: styleOf(context), width: WIDTH }))
      break
    }
    case 'markdown': {
      const { planMarkdown } = await import('#lib/wording/plan-markdown.ts')
      terminal.print(planMarkdown(plan))
      break
    }
    case 'github-matrix': {
      const { renderGithubMatrix } = await import('#cli/render/github-matrix.ts')
      terminal.print(renderGithubMatrix(plan))
      break
    }
    case 'gitlab': {
      const { renderGitlabPipeline } = await import('#cli/render/gitlab-pipeline.ts')
      terminal.print(renderGitlabPipeline(plan))
    }
  }
  return EXIT.yes
}
