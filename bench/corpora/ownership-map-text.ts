import type { Rule } from './rule.ts'

const HEADER = '# Package ownership\n\n| Path | Domain | Owner | Reviewers | Notes |\n| --- | --- | --- | --- | --- |\n'

/** The rules as a package ownership map in Markdown; rule 17 belongs to the domain `domain-17`. */
export function ownershipMapText(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ contract }, at) =>
      `| \`${contract}\` | domain-${at} | @team-${at % 40} | @lead-${at % 7}, @lead-${at % 5} | see [runbook](doc/${at}.md) |\n`,
  )
  return HEADER + rows.join('')
}

/** The rule that a domain of such a map stands for. */
export function ruleOfDomain(domain: string): number {
  return Number(domain.slice('domain-'.length))
}
