/** Where a result is produced, as a request says it. */
export interface CiFacts {
  readonly provider: string
  readonly id: string
  readonly attempt: number
  readonly url?: string
}

export interface RunOptions {
  /** `--run-id`: names a run where the environment does not. */
  readonly runId?: string
  /** `--attempt`: a try within the run, from 1. */
  readonly attempt?: number
}

const MOST_ATTEMPTS = 2_147_483_647

type Environment = Readonly<Record<string, string | undefined>>

/** The run that a result belongs to: the one that is named, else what GitHub Actions or GitLab says of itself, else none. */
export function ciFacts(env: Environment, { runId, attempt }: RunOptions): CiFacts | null {
  const found = runId === undefined ? (githubRun(env) ?? gitlabRun(env)) : { provider: 'manual', id: runId, attempt: 1 }
  return found === null ? null : { ...found, attempt: attempt ?? found.attempt }
}

/** A workflow run; trying failed jobs again is another attempt of the same run. */
function githubRun(env: Environment): CiFacts | null {
  const { GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT, GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env
  if (id === '') return null
  const attempt = attemptOf(GITHUB_RUN_ATTEMPT)
  const url = addressOf(`${server}/${repository}/actions/runs/${id}/attempts/${attempt}`)
  return { provider: 'github-actions', id, attempt, ...(url === null ? {} : { url }) }
}

/**
 * A job of a pipeline. GitLab does not count attempts: a job tried again is a job of the same name that starts later, so the seconds since
 * the pipeline was made stand in for the count. The name is part of the run, so that one job's pass never outranks another's failure.
 */
function gitlabRun(env: Environment): CiFacts | null {
  const { CI_PIPELINE_ID: pipeline = '', CI_JOB_NAME: job = '', CI_JOB_URL, CI_PIPELINE_URL } = env
  if (pipeline === '') return null
  const url = addressOf(CI_JOB_URL ?? CI_PIPELINE_URL ?? '')
  const seconds = (Date.parse(env.CI_JOB_STARTED_AT ?? '') - Date.parse(env.CI_PIPELINE_CREATED_AT ?? '')) / 1000
  const attempt = attemptOf(String(Math.ceil(seconds) + 1))
  return { provider: 'gitlab', id: job === '' ? pipeline : `${pipeline}/${job}`, attempt, ...(url === null ? {} : { url }) }
}

function attemptOf(text: string | undefined): number {
  const attempt = Number(text)
  return Number.isSafeInteger(attempt) && attempt >= 1 && attempt <= MOST_ATTEMPTS ? attempt : 1
}

function addressOf(text: string): string | null {
  return /^https?:\/\/./.test(text) ? text : null
}
