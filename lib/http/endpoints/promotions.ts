import { z } from 'zod'
import { declare } from './declare.ts'
import { type NoQuery, noQuery } from './queries.ts'

/** What is to be had of a recorded promotion. */
export const PROMOTION_ENDPOINTS = {
  promotionPacket: declare<undefined, NoQuery>({
    method: 'GET',
    path: '/api/v1/promotions/{id}/packet',
    access: 'read',
    summary:
      'The release packet of a promotion, a file that verifies without a server: what it rested on, bound by the audit chain and signed',
    query: noQuery,
    body: null,
    answers: {
      200: {
        description: 'The packet, to be kept to the last byte; `lanekeeper verify` checks it (docs/audit.md)',
        schema: z.looseObject({ format: z.literal('lanekeeper.release-packet.v1') }).meta({ id: 'ReleasePacket' }),
      },
    },
    problems: ['promotion-unknown', 'packet-impossible', 'audit-rollback'],
  }),
} as const
