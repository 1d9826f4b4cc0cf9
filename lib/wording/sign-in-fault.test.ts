import { describe, expect, it } from 'vitest'
import { PROVIDER_FAULTS } from '#lib/model/provider-fault.ts'
import { signInFault } from './sign-in-fault.ts'
import { signInHref } from './sign-in-href.ts'

describe('the sign-in page says why nobody was signed in', () => {
  it('and for how long to wait, whatever the address claims', () => {
    expect(signInFault('sign-in-refused', Number.NaN)).toContain('is wrong')
    expect(
      [1, 60, 61, 900, 1e9, -5, Number.NaN].map((wait) => /in (\d+ minutes?)/.exec(signInFault('too-many-attempts', wait) ?? '')?.[1]),
    ).toEqual(['1 minute', '1 minute', '2 minutes', '15 minutes', '15 minutes', '1 minute', '15 minutes'])
    expect(signInFault('Your account was closed, call 555', 1)).toBeNull()
    expect(signInFault(null, 1)).toBeNull()
  })

  it('also when it was the sign-in provider, each in a sentence that says what to do', () => {
    for (const fault of PROVIDER_FAULTS) expect(signInFault(fault, Number.NaN)).toMatch(/^[A-Z].* (Try|Sign|Begin|An administrator) .*\.$/)
  })

  it('and when nothing can be recorded, who can move it', () => {
    expect(signInFault('audit-rollback', Number.NaN)).toContain('Whoever runs the server can move it')
    for (const reason of ['database-unavailable', 'server-busy']) expect(signInFault(reason, Number.NaN)).toContain('Try again')
    for (const inherited of ['constructor', '__proto__']) expect(signInFault(inherited, Number.NaN)).toBeNull()
  })

  it('at an address that leads back', () => {
    expect(signInHref()).toBe('/sign-in')
    expect(signInHref({ returnTo: '/board?tab=layers', fault: 'too-many-attempts', wait: 60 })).toBe(
      '/sign-in?returnTo=%2Fboard%3Ftab%3Dlayers&fault=too-many-attempts&wait=60',
    )
  })
})
