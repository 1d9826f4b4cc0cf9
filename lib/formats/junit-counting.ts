import type { EvidenceCounts } from '#lib/model/evidence.ts'
import { readableText } from '#lib/model/visible-text.ts'

/** The most reasons of skipped cases that are kept, and characters of one. */
const MOST_REASONS = 50
const LONGEST_REASON = 300

type Attributes = Readonly<Record<string, string>>

interface OpenCase {
  failed: boolean
  /** It failed at least once and ran again. */
  rerun: boolean
  flaky: boolean
  skipped: boolean
  reason: string
}

interface OpenSuite {
  /** Failures and errors that its own attributes claim. */
  readonly claimed: number
  readonly failedBefore: number
}

/** Values of `status` and `result` by which some tools say that a case did not run. */
const NOT_RUN = ['notrun', 'disabled', 'suppressed', 'skipped', 'ignored']

/** Counts the cases of a report while its elements open and close. */
export class JUnitCounting {
  root: string | null = null
  private passed = 0
  private failed = 0
  private skipped = 0
  private skippedWithoutReason = 0
  private flaky = 0
  private readonly reasons = new Set<string>()
  private readonly suites: OpenSuite[] = []
  private current: OpenCase | null = null
  private isInSkipped = false

  open(name: string, attributes: Attributes): void {
    this.root ??= name
    if (name === 'testsuite' || name === 'testsuites') {
      this.suites.push({ claimed: countOf(attributes.failures) + countOf(attributes.errors), failedBefore: this.failed })
    } else if (name === 'testcase') {
      const isNotRun = NOT_RUN.includes(lower(attributes.status)) || NOT_RUN.includes(lower(attributes.result))
      this.current = { failed: false, rerun: false, flaky: false, skipped: isNotRun, reason: '' }
    } else this.openWithin(name, attributes)
  }

  close(name: string): void {
    if (name === 'testcase' && this.current !== null) this.count(this.current)
    if (name === 'testcase') this.current = null
    if (name === 'skipped') this.isInSkipped = false
    if (name !== 'testsuite' && name !== 'testsuites') return
    const suite = this.suites.pop()
    // A suite that claims failures which no case shows has them all the same: its set-up may have failed.
    if (suite !== undefined && this.failed === suite.failedBefore) this.failed += suite.claimed
  }

  text(text: string): void {
    if (this.isInSkipped && this.current !== null && this.current.reason.length < LONGEST_REASON)
      this.current.reason += text.slice(0, LONGEST_REASON)
  }

  result(): {
    readonly counts: EvidenceCounts
    readonly skippedWithoutReason: number
    readonly skipReasons: readonly string[]
    readonly flaky: number
  } {
    const { passed, failed, skipped } = this
    return {
      counts: { executed: passed + failed, passed, failed, skipped },
      skippedWithoutReason: this.skippedWithoutReason,
      skipReasons: [...this.reasons],
      flaky: this.flaky,
    }
  }

  private openWithin(name: string, attributes: Attributes): void {
    const isFailure = name === 'failure' || name === 'error'
    if (this.current === null) {
      if (isFailure && this.suites.length > 0) this.failed++
      return
    }
    if (isFailure) this.current.failed = true
    if (name === 'rerunFailure' || name === 'rerunError') this.current.rerun = true
    if (name === 'flakyFailure' || name === 'flakyError') this.current.flaky = true
    if (name !== 'skipped') return
    this.current.skipped = true
    this.current.reason += (attributes.message ?? '').slice(0, LONGEST_REASON)
    this.isInSkipped = true
  }

  private count({ failed, rerun, flaky, skipped, reason }: OpenCase): void {
    if (failed || rerun) this.failed++
    else if (flaky) {
      this.passed++
      this.flaky++
    } else if (!skipped) this.passed++
    else this.skip(readableText(reason).replace(/\s+/g, ' ').trim().slice(0, LONGEST_REASON))
  }

  private skip(reason: string): void {
    this.skipped++
    if (reason === '') this.skippedWithoutReason++
    else if (this.reasons.size < MOST_REASONS) this.reasons.add(reason)
  }
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? '0')
  return Number.isSafeInteger(count) && count > 0 ? count : 0
}

function lower(text: string | undefined): string {
  return (text ?? '').toLowerCase()
}
