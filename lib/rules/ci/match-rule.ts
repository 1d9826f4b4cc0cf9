import { type CiProof, type CiRule, type ClaimPattern, RULE_CLAIMS, type RuleClaim, STARTED_BY } from '#lib/model/ci-rule.ts'
import { buildPatternIndex, matchPatterns } from '#lib/rules/ownership/pattern-index.ts'

/** The claims of a token whose signature, issuer, audience and times are checked already. */
export type VerifiedClaims = Readonly<Record<string, unknown>>

/** The rule that a job fits, or for each rule of its issuer the claims that keep it from it. */
export type RuleMatch =
  | { readonly rule: CiRule; readonly differs: null }
  | { readonly rule: null; readonly differs: Readonly<Record<string, readonly RuleClaim[]>> }

/**
 * The first rule of the token's issuer of which every claim is as the rule wants it. A claim counts only when it is a text; one that is not
 * there matches nothing. What outsiders can start never matches, whatever a rule says.
 */
export function matchCiRule(rules: readonly CiRule[], claims: VerifiedClaims): RuleMatch {
  const differs: Record<string, readonly RuleClaim[]> = {}
  for (const rule of rules.filter(({ issuer }) => issuer === claims.iss)) {
    const different = rule.match.filter((pattern) => !isMatch(pattern, claims)).map(({ claim }) => claim)
    const started = STARTED_BY[rule.service]
    const trusted: readonly unknown[] = started.trusted
    if (!trusted.includes(claims[started.claim]) && !different.includes(started.claim)) different.push(started.claim)
    if (different.length === 0) return { rule, differs: null }
    differs[rule.id] = different
  }
  return { rule: null, differs }
}

/** True when the claim is one of the pattern's texts, from its beginning to its end. Takes time linear in the claim. */
function isMatch({ claim, alternatives }: ClaimPattern, claims: VerifiedClaims): boolean {
  const value = claims[claim]
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_CLAIM) return false
  // A path pattern without wildcards also means what is beneath; a claim is the text or it is not.
  if (alternatives.some((each) => !/[*?]/.test(each) && each === value)) return true
  const found: number[] = []
  matchPatterns(buildPatternIndex(alternatives.filter((each) => /[*?]/.test(each)).map((each, id) => [each, id] as const)), value, found)
  return found.length > 0
}

const LONGEST_CLAIM = 1024

/** Claims that say which job it was, kept beside those that rules ask for. */
const KEPT = {
  'github-actions': ['repository', 'sha', 'run_id', 'run_attempt', 'actor_id', 'jti'],
  gitlab: ['project_path', 'sha', 'pipeline_id', 'job_id', 'user_id', 'jti'],
} as const

/**
 * Who a job is by its rule: the same for every try of it, and another for another repository or workflow. And what it has proven: the
 * commit it runs on and the run it is of.
 */
export function ciIdentity(rule: CiRule, claims: VerifiedClaims): { readonly id: string; readonly proof: CiProof } {
  const text = (name: string) => {
    const value = claims[name]
    return typeof value === 'string' && value.length <= LONGEST_CLAIM ? value : null
  }
  const { service } = rule
  const [repository, workflow] =
    service === 'github-actions'
      ? [text('repository_id'), text('job_workflow_ref') ?? text('workflow_ref')]
      : [text('project_id'), text('ci_config_ref_uri')]
  const runId = text(service === 'github-actions' ? 'run_id' : 'pipeline_id')
  const attempt = service === 'github-actions' ? text('run_attempt') : null
  const names = ['iss', ...RULE_CLAIMS[service], ...KEPT[service]]
  return {
    id: [rule.id, repository, workflow].join('/'),
    proof: {
      claims: Object.fromEntries(names.flatMap((name) => (text(name) === null ? [] : [[name, text(name) ?? '']]))),
      commit: text('sha'),
      run: runId === null ? null : { provider: service, id: runId, attempt: attempt === null ? null : Number(attempt) },
      maySync: rule.maySync,
    },
  }
}
