/** What a CI service says of its job in an identity token, as far as rules may ask for it. */
export const CI_SERVICES = ['github-actions', 'gitlab'] as const

export type CiService = (typeof CI_SERVICES)[number]

/** The claims that a rule may ask for, by service. `sub` is none of them: its form is the service's own and changes. */
export const RULE_CLAIMS = {
  'github-actions': [
    'repository_id',
    'repository_owner_id',
    'job_workflow_ref',
    'workflow_ref',
    'ref',
    'event_name',
    'environment',
    'runner_environment',
  ],
  gitlab: [
    'project_id',
    'namespace_id',
    'ci_config_ref_uri',
    'ref',
    'ref_protected',
    'ref_type',
    'pipeline_source',
    'environment',
    'runner_environment',
  ],
} as const satisfies Readonly<Record<CiService, readonly string[]>>

export type RuleClaim = (typeof RULE_CLAIMS)[CiService][number]

/** The claim that names what started a job, and what may have: nothing that outsiders start, and no unmerged change. */
export const STARTED_BY = {
  'github-actions': { claim: 'event_name', trusted: ['push', 'merge_group', 'workflow_dispatch', 'schedule'] },
  gitlab: { claim: 'pipeline_source', trusted: ['push', 'schedule', 'web', 'api'] },
} as const satisfies Readonly<Record<CiService, { readonly claim: RuleClaim; readonly trusted: readonly string[] }>>

/** A claim and what it must be: one of these texts, in which `*`, `**` and `?` are as in path patterns. */
export interface ClaimPattern {
  readonly claim: RuleClaim
  /** As written. */
  readonly text: string
  /** With its braces spread. */
  readonly alternatives: readonly string[]
}

/** Which jobs of which issuer may post for which gates. */
export interface CiRule {
  readonly id: string
  readonly service: CiService
  /** Exactly the `iss` of its tokens. */
  readonly issuer: string
  /** Where the issuer's keys are; null: where its own configuration says. */
  readonly jwks: string | null
  /** All must match. */
  readonly match: readonly ClaimPattern[]
  /** Full gate ids, each of a domain named beside it. */
  readonly gates: readonly string[]
  /** `global` among them for global gates. */
  readonly domains: readonly string[]
  /** May also send the operating model. */
  readonly maySync: boolean
}

/** What a job has proven with its identity token, beside who it is. */
export interface CiProof {
  /** The claims that the rule asked for and those that name the job, as they were. */
  readonly claims: Readonly<Record<string, string>>
  /** The commit that the job runs on; null when the token does not say. */
  readonly commit: string | null
  /** The run that the job is of; `attempt` is null when the token does not count. */
  readonly run: { readonly provider: CiService; readonly id: string; readonly attempt: number | null } | null
  readonly maySync: boolean
}
