import { z } from 'zod'
import { CHANGE_CLASSES } from '#lib/model/change-class.ts'
import { MAP_KINDS } from '#lib/model/map-kind.ts'
import { diagnostic } from './diagnostic.ts'
import { fileOwner } from './gate-plan.ts'
import { digest } from './text.ts'

const mapState = z.enum(['read', 'absent', 'faulty'])

export const pathOwnership = z
  .strictObject({
    path: z.string(),
    owners: z.array(fileOwner),
    domains: z.array(z.string()),
    classes: z.array(z.enum(CHANGE_CLASSES)),
    claims: z.array(z.strictObject({ domain: z.string(), file: z.string(), line: z.int(), pattern: z.string() })),
  })
  .meta({ id: 'PathOwnership' })

const mapCoverage = z.strictObject({
  map: z.enum(MAP_KINDS),
  file: z.string(),
  state: mapState,
  rows: z.int(),
  files: z.int(),
  deadRows: z.array(z.strictObject({ line: z.int(), domain: z.string(), patterns: z.array(z.string()) })),
})

export const ownershipCoverage = z
  .strictObject({
    repository: z.string(),
    modelDigest: digest,
    files: z.int(),
    owned: z.int(),
    unmappedCount: z.int(),
    unmapped: z.array(z.string()),
    unmappedFolders: z.array(z.strictObject({ folder: z.string(), files: z.int() })),
    maps: z.array(mapCoverage),
    domains: z.array(z.strictObject({ domain: z.string(), files: z.int() })),
    conflicts: z.array(z.strictObject({ path: z.string(), map: z.enum(MAP_KINDS), owners: z.array(fileOwner) })),
    conflictCount: z.int(),
    diagnostics: z.array(diagnostic),
  })
  .meta({ id: 'OwnershipCoverage' })
