import type { Role } from './role.ts'

export interface DemoAccount {
  readonly email: string
  readonly name: string
  /** Which they have for all domains. */
  readonly role: Role
}

/** The accounts of the demo, known to everybody: one for each role, and a second domain owner, since nobody approves what they ask for. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: 'viewer@example.test', name: 'Vera Lind', role: 'viewer' },
  { email: 'domain-owner@example.test', name: 'Dario Moreno', role: 'domain-owner' },
  { email: 'domain-owner-2@example.test', name: 'Noor Haddad', role: 'domain-owner' },
  { email: 'release-manager@example.test', name: 'Rika Tanabe', role: 'release-manager' },
  { email: 'architect@example.test', name: 'Amara Okafor', role: 'architect' },
  { email: 'security-reviewer@example.test', name: 'Sven Aalto', role: 'security-reviewer' },
  { email: 'governance-reviewer@example.test', name: 'Greta Bauer', role: 'governance-reviewer' },
  { email: 'admin@example.test', name: 'Ines Carvalho', role: 'admin' },
]

export const DEMO_PASSWORD = 'lanekeeper'
