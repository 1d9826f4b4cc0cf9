import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter'

/** Ends the run with one plain line, `e2e: N passed, N failed, N skipped`, after one for each test that failed. */
export default class SummaryReporter implements Reporter {
  private tests: readonly TestCase[] = []

  onBegin(_config: FullConfig, suite: Suite): void {
    this.tests = suite.allTests()
  }

  onEnd(): void {
    for (const test of this.tests.filter((each) => each.outcome() === 'unexpected')) {
      process.stdout.write(`e2e failed: ${test.titlePath().filter(Boolean).join(' › ')}\n`)
    }
    const outcomes = this.tests.map((test) => test.outcome())
    const skipped = outcomes.filter((outcome) => outcome === 'skipped').length
    const passed = outcomes.filter((outcome) => outcome === 'expected' || outcome === 'flaky').length
    process.stdout.write(`e2e: ${passed} passed, ${outcomes.length - passed - skipped} failed, ${skipped} skipped\n`)
  }
}
