/** What a person may be, for one domain or for all. */
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

/**
 * True when nobody may have both roles: whoever gives the roles by which others decide does not decide. Reading goes with everything.
 */
export function areApart(one: Role, other: Role): boolean {
  const others = [one, other].filter((role) => role !== 'admin' && role !== 'viewer')
  return (one === 'admin' || other === 'admin') && others.length > 0
}
