import type { JudgedGate } from '#lib/model/judgement.ts'

/**
 * How many of some gates have passed, in a few words. A skip is counted as a skip and what is not needed as that, so that the counts add
 * up to the gates there are.
 */
export function countGates(gates: readonly Pick<JudgedGate, 'status'>[]): string {
  if (gates.length === 0) return 'no gates'
  const of = (wanted: JudgedGate['status']) => gates.filter(({ status }) => status === wanted).length
  const [passed, skipped, unneeded] = [of('passed'), of('skipped'), of('not-applicable')]
  const needed = gates.length - unneeded
  return [
    needed === 0 ? 'none needed' : `${passed} of ${needed} passed`,
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ...(unneeded === 0 || needed === 0 ? [] : [`${unneeded} not needed`]),
  ].join(', ')
}
