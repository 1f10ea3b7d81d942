import { z } from 'zod'
import { act, others } from './act.ts'
import { field } from './field.ts'
import { by, filter, id, idOrIds, ids } from './parts.ts'

export const register = z.strictObject({
  was: idOrIds.optional(),
  title: z.string(),
  axes: z.record(id, id).optional(),
  assigned: id.optional(),
  tree: id.optional(),
  open: z.boolean().optional(),
  tagged: z.union([z.literal(true), z.strictObject({ by })]).optional(),
  tagRules: z.array(z.strictObject({ scope: id, where: filter })).optional(),
  carries: id.optional(),
  backdate: z.int().min(0).optional(),
  fields: z.record(z.string(), field),
  create: z.strictObject({
    by,
    dates: id.optional(),
    takes: ids.optional(),
    enforcement: z.boolean().optional(),
    ...others,
  }),
  correct: z.strictObject({ by, fields: ids.optional(), freeIn: ids.optional() }),
  unique: z
    .array(
      z.strictObject({ fields: ids.min(1), blank: ids.optional(), within: z.tuple([id, id]).optional() }),
    )
    .optional(),
  merge: z.strictObject({ by }).optional(),
  withdraw: z.strictObject({ by, without: others.without }),
  life: z
    .strictObject({ states: ids, was: z.record(id, idOrIds).optional(), acts: z.record(z.string(), act) })
    .optional(),
  list: z.strictObject({ columns: ids, filters: ids.optional(), order: ids.optional() }),
})

/** What a pack adds to a register of another. */
export const extension = z.strictObject({
  by: idOrIds.optional(),
  fields: z.record(z.string(), field).optional(),
  acts: z.record(z.string(), act).optional(),
})
