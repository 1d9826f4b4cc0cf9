import type { Measurements } from '../measurements.ts'
import type { Bar } from './bar.ts'
import { judgeAnswers, judgeWorstCases } from './judge-answers.ts'
import { judgeMemory } from './judge-memory.ts'
import { judgeRouting } from './judge-routing.ts'
import { judgeAudit, judgeCommands, judgeReading } from './judge-whole-jobs.ts'

/** Holds the measurements against every bar. */
export function judgeBars(measured: Measurements): readonly Bar[] {
  const judges = [judgeRouting, judgeMemory, judgeAnswers, judgeWorstCases, judgeReading, judgeAudit, judgeCommands]
  return judges.flatMap((judge) => judge(measured))
}
