import { z } from 'zod'
import { by, filter, id, idOrIds, ids } from './parts.ts'

const without = z.array(z.strictObject({ register: id, by: id, where: filter.optional() }))
const value = z.union([
  id,
  z.strictObject({ record: z.literal(true) }),
  z.strictObject({ each: z.union([z.literal(true), id]) }),
  z.strictObject({ value: z.unknown() }),
])
const values = z.record(id, value)

/** What a create or a step must find in other records, and does to them. */
export const others = {
  issues: id.optional(),
  linked: z.record(id, filter).optional(),
  without: without.optional(),
  also: z
    .array(z.strictObject({ on: id, act: id, values: values.optional(), when: filter.optional() }))
    .optional(),
  makes: z
    .array(z.strictObject({ register: id, each: id.optional(), values, when: filter.optional() }))
    .optional(),
}

export const act = z.strictObject({
  was: idOrIds.optional(),
  from: idOrIds,
  to: id,
  by,
  when: filter.optional(),
  asks: ids.optional(),
  needs: ids.optional(),
  takes: ids.optional(),
  clears: ids.optional(),
  dates: id.optional(),
  notBy: idOrIds.optional(),
  enforcement: z.boolean().optional(),
  approval: z.array(z.strictObject({ id, by })).optional(),
  ...others,
})
