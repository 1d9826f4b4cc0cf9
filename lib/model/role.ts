/** What a person may be, for one domain or for all (contract, §1). */
export const ROLES = [
  'viewer',
  'domain-owner',
  'release-manager',
  'architect',
  'security-reviewer',
  'governance-reviewer',
  'admin',
] as const

export type Role = (typeof ROLES)[number]
