import { AUDIT_ENDPOINTS } from './endpoints/audit.ts'
import { DOMAIN_ENDPOINTS } from './endpoints/domains.ts'
import { EXCEPTION_ENDPOINTS } from './endpoints/exceptions.ts'
import { JUDGEMENT_ENDPOINTS } from './endpoints/judgements.ts'
import { MODEL_ENDPOINTS } from './endpoints/models.ts'
import { PEOPLE_ENDPOINTS } from './endpoints/people.ts'
import { PLAN_ENDPOINTS } from './endpoints/plans.ts'
import { PROMOTION_ENDPOINTS } from './endpoints/promotions.ts'
import { RECORD_ENDPOINTS } from './endpoints/records.ts'
import { RELEASE_ENDPOINTS } from './endpoints/releases.ts'
import { SEARCH_ENDPOINTS } from './endpoints/search.ts'
import { SERVER_ENDPOINTS } from './endpoints/server.ts'
import { SIGN_IN_PROVIDER_ENDPOINTS } from './endpoints/sign-in-provider.ts'
import { TREND_ENDPOINTS } from './endpoints/trends.ts'
import { WEBHOOK_ENDPOINTS } from './endpoints/webhooks.ts'

/** Every endpoint there is; a route file without an entry here fails a test. */
export const ENDPOINTS = {
  ...MODEL_ENDPOINTS,
  ...PLAN_ENDPOINTS,
  ...DOMAIN_ENDPOINTS,
  ...JUDGEMENT_ENDPOINTS,
  ...RELEASE_ENDPOINTS,
  ...RECORD_ENDPOINTS,
  ...PROMOTION_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
  ...EXCEPTION_ENDPOINTS,
  ...TREND_ENDPOINTS,
  ...SEARCH_ENDPOINTS,
  ...WEBHOOK_ENDPOINTS,
  ...PEOPLE_ENDPOINTS,
  ...SIGN_IN_PROVIDER_ENDPOINTS,
  ...SERVER_ENDPOINTS,
} as const
