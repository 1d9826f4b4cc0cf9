import type { Reporter, TestModule } from 'vitest/node'

/** Ends every run with one plain line, after one for each test that failed, so that nobody has to guess whether anything ran, or search. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const testModule of modules) {
      for (const test of testModule.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed' || state === 'failed' || state === 'skipped') counts[state] += 1
        if (state === 'failed') sayFailed(`${testModule.relativeModuleId}: ${test.fullName}`, test.result().errors)
      }
      if (testModule.errors().length === 0) continue
      counts.failed += 1
      sayFailed(testModule.relativeModuleId, testModule.errors())
    }
    process.stdout.write(`vitest: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }
}

/** The first lines of why, which name the seed of a property: the report before is long, and often cut. */
function sayFailed(name: string, errors: readonly { readonly message: string }[] = []): void {
  const why = (errors[0]?.message ?? '').split('\n').slice(0, 3).join(' ')
  process.stdout.write(`vitest failed: ${name}: ${why.slice(0, 600)}\n`)
}
