import { z } from 'zod'
import { id } from './parts.ts'

const levels = z.int().min(1).max(9)
const cell = z.union([id, z.tuple([id, id]), z.null()])
const rows = z.union([
  z.strictObject({ axis: id }),
  z.strictObject({ months: z.enum(['year', 'period']) }),
  z.strictObject({ options: id, field: id }),
  z.strictObject({ fixed: z.array(z.strictObject({ id, cells: z.record(z.string(), cell) })) }),
])
const leaf = z.strictObject({
  id,
  levels: levels.optional(),
  cell: cell.optional(),
  total: z.enum(['sum', 'recompute', 'none']).optional(),
  over: z.enum(['period', 'year']).optional(),
  axis: id.optional(),
  field: id.optional(),
})
const group = z.strictObject({
  id,
  levels: levels.optional(),
  get columns() {
    return z.array(column)
  },
})
const column: z.ZodType = z.union([leaf, group])

export const form = z.strictObject({
  rows,
  depth: levels,
  columns: z.array(column),
  units: z.boolean().optional(),
  numbered: z.boolean().optional(),
  totals: z.enum(['first', 'last']).optional(),
})
