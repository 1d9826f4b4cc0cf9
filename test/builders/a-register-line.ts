import type { RegisterLine } from '#lib/model/register-line.ts'

/** A declared skip that holds, as the register has it. */
export function aRegisterLine(given: Partial<RegisterLine> = {}): RegisterLine {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    state: 'accepted',
    kind: null,
    refusal: null,
    gate: 'web/smoke/navigation',
    title: 'navigation',
    domain: 'web',
    profile: 'hotfix-fast',
    content: 'a'.repeat(40),
    owner: null,
    because: ['the console is unchanged'],
    by: 'token:x',
    risk: 'low',
    at: '2026-11-24T10:00:00.000Z',
    closedAt: null,
    closedBy: [],
    status: 'passed',
    overlays: [],
    reasons: [],
    proofs: [],
    ...given,
  }
}
