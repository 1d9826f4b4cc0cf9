import type { Role } from '#lib/model/role.ts'
import type { Wording } from './wording.ts'

/** What a person may do by a role. */
export const ROLE_WORDING: Readonly<Record<Role, Wording>> = {
  viewer: {
    label: 'Viewer',
    meaning: 'Reads everything, also where reading is not open to everybody.',
    next: 'Ask an administrator for a role that decides.',
  },
  'domain-owner': {
    label: 'Domain owner',
    meaning: 'Asks for exceptions of the domain, and approves those of others whose residual risk is low or medium.',
    next: 'Look at what is requested for the domain.',
  },
  'release-manager': {
    label: 'Release manager',
    meaning: 'Records promotions, and approves exceptions whose residual risk is medium or high.',
    next: 'Promote what is eligible.',
  },
  architect: {
    label: 'Architect',
    meaning: 'Reviews what routing sends to architecture, and approves exceptions of high residual risk.',
    next: 'Look at files without an owner and at shared boundaries first.',
  },
  'security-reviewer': {
    label: 'Security reviewer',
    meaning: 'Reviews what routing sends to security, and approves exceptions of high residual risk.',
    next: 'A rejection by a reviewer ends a request.',
  },
  'governance-reviewer': {
    label: 'Governance reviewer',
    meaning: 'Reviews changes to what is checked and how it is released.',
    next: 'A rejection by a reviewer ends a request.',
  },
  admin: {
    label: 'Administrator',
    meaning: 'Gives roles and makes tokens; approves no exception and posts no evidence.',
    next: 'Give people the roles they need, each for its domain.',
  },
}
