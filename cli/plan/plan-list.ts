import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { bytesOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import type { Repository } from '#cli/git/repository.ts'
import { workingModel } from '#cli/source-trees/compile-working-tree.ts'
import type { Terminal } from '#cli/terminal.ts'
import { parsePathList } from '#lib/formats/path-list.ts'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import { planChange } from '#lib/rules/routing/plan-change.ts'
import type { PlanRequest } from './plan-request.ts'
import { requireProfile } from './require-profile.ts'

type ListRequest = Extract<PlanRequest, { kind: 'list' }>

/** The plan for a list of paths, one a line, under the model as it lies in the working tree. */
export async function planList(request: ListRequest, repository: Repository, terminal: Terminal): Promise<GatePlan> {
  const compiled = await workingModel(repository, terminal)
  requireProfile(compiled.model, request.profile)
  const { files, diagnostics } = parsePathList(await readList(request.filesFrom, terminal), request.filesFrom)
  return planChange(compiled, { base: null, head: null, profile: request.profile, files, diagnostics })
}

async function readList(filesFrom: string, terminal: Terminal): Promise<Uint8Array> {
  if (filesFrom === '-') return terminal.readInput()
  try {
    return bytesOf(readFileSync(resolve(terminal.cwd, filesFrom)))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const message = `--files-from ${visibleText(filesFrom, 300)} cannot be read: ${visibleText(why, 300)}`
    throw new CommandFault('file-unreadable', message, 'Give a file with one path a line, or - for standard input.', { cause })
  }
}
