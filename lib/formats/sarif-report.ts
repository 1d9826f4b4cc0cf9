import type { ReportedFinding } from '#lib/model/guard.ts'
import { type Json, type JsonObject, readJson } from './json-reader.ts'
import { type FaultAt, locateFaults, MOST_REPORT_FAULTS, quoted, type ReportFault } from './report-fault.ts'
import { whyNotCell } from './reported-cell.ts'
import { fingerprintOf, isObject, listOf, objectOf, pathOf, ruleOf, textOf } from './sarif-result.ts'

/** Results of these kinds say that a rule holds or does not apply; they are no findings. */
const NO_FINDING = ['pass', 'notApplicable']

const AS_WRITTEN = 'Send the SARIF log as its tool wrote it.'

/**
 * Reads a SARIF 2.1.0 log. A result is a finding unless it says that its rule holds, or that it was there before and is absent now. What
 * a tool suppresses stays a finding: only the allowed debt tolerates one.
 */
export function readSarifReport(text: string): { readonly findings: readonly ReportedFinding[]; readonly faults: readonly ReportFault[] } {
  const reading = readJson(text)
  if ('fault' in reading) {
    const { offset, message } = reading.fault
    return { findings: [], faults: locateFaults(text, [{ offset, code: 'report-syntax', message, hint: AS_WRITTEN }]) }
  }
  const findings: ReportedFinding[] = []
  const faults: FaultAt[] = []
  for (const read of readLog(reading.value, reading.offsetOf)) {
    if ('code' in read) faults.push(read)
    else findings.push(read)
    if (faults.length > MOST_REPORT_FAULTS) break
  }
  return { findings, faults: locateFaults(text, faults) }
}

function* readLog(log: Json, offsetOf: (part: Json) => number): Generator<ReportedFinding | FaultAt> {
  const version = isObject(log) ? textOf(log.get('version')) : null
  const runs = isObject(log) ? listOf(log.get('runs')) : null
  if (version === null || !version.startsWith('2.1.0') || runs === null || runs.length === 0) {
    const found = `${version === null ? 'no version' : `version ${quoted(version)}`} and ${runs?.length ?? 'no list of'} runs`
    const hint = 'Write SARIF 2.1.0, or a table with the columns of the baseline.'
    yield { offset: offsetOf(log), code: 'report-shape', message: `This is not a SARIF 2.1.0 log with a run: it has ${found}.`, hint }
    return
  }
  for (const run of runs) {
    const results = isObject(run) ? listOf(run.get('results')) : null
    if (!isObject(run) || results === null || failedToFinish(run)) {
      const message = 'The run does not say that it finished: it has no list of results, or an invocation that did not succeed.'
      yield { offset: offsetOf(run), code: 'report-incomplete', message, hint: 'Report the findings of a run that finished.' }
    } else
      for (const result of results) {
        const read = readResult(run, result)
        if (read !== null) yield 'code' in read ? { ...read, offset: offsetOf(result) } : read
      }
  }
}

function failedToFinish(run: JsonObject): boolean {
  return (listOf(run.get('invocations')) ?? []).some((each) => isObject(each) && each.get('executionSuccessful') === false)
}

function readResult(run: JsonObject, result: Json): ReportedFinding | Omit<FaultAt, 'offset'> | null {
  if (!isObject(result)) return { code: 'report-shape', message: 'A result is not an object.', hint: AS_WRITTEN }
  if (NO_FINDING.includes(textOf(result.get('kind')) ?? '') || result.get('baselineState') === 'absent') return null
  const fingerprint = fingerprintOf(result)
  if (fingerprint === null) {
    const message = 'The result has neither `fingerprints` nor `partialFingerprints`, which make it this finding and no other.'
    return { code: 'finding-without-fingerprint', message, hint: 'Let the tool write fingerprints.' }
  }
  const guard = textOf(objectOf(objectOf(run.get('tool'))?.get('driver'))?.get('name')) ?? ''
  const finding = { fingerprint, guard, rule: ruleOf(run, result) ?? 'unnamed', path: pathOf(run, result) ?? '' }
  for (const part of ['fingerprint', 'guard', 'rule', 'path'] as const) {
    const message = part === 'path' && finding.path === '' ? null : whyNotCell(part, finding[part])
    if (message !== null) return { code: 'finding-unclear', message, hint: 'Correct what the tool writes.' }
  }
  return finding
}
