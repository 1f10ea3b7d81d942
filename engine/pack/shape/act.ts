import { z } from 'zod'
import { by, filter, id, idOrIds, ids } from './parts.ts'

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
  notBy: id.optional(),
  enforcement: z.boolean().optional(),
})
