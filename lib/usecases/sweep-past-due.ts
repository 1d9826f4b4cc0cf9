import { sweepLapsedRuns } from './close-run.ts'
import type { CurrentModel } from './current-model.ts'
import { sweepEndedExceptions } from './expire-exceptions.ts'

/** Writes down what time alone has ended: runs past their deadline, exceptions past their end. Asked before the ledger is looked at. */
export async function sweepPastDue(current: CurrentModel): Promise<void> {
  await sweepLapsedRuns(current)
  await sweepEndedExceptions(current)
}
