import { z } from 'zod'

/** A named shape, or null. Written as a union, because as `nullable` the description of the interface would let the shape itself be null. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()])
}
