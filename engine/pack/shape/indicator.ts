import { z } from 'zod'
import { filter, id, idOrIds } from './parts.ts'

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)])
const pointing = oneOrMore(
  z.strictObject({
    register: id,
    by: id,
    within: z.strictObject({ days: z.number() }).optional(),
    on: id.optional(),
    where: filter.optional(),
  }),
)
const leaf = {
  was: idOrIds.optional(),
  on: id.optional(),
  unit: z.string(),
  where: z.object({ has: pointing.optional(), lacks: pointing.optional() }).catchall(z.unknown()).optional(),
  whereRow: filter.optional(),
  sources: z.array(z.enum(['counted', 'stated', 'quoted'])).optional(),
  axis: id.optional(),
}
const decimals = z.number()
export const indicator = z.union([
  z.strictObject({ count: id, each: id.optional(), ...leaf }),
  z.strictObject({ sum: id, of: id, ...leaf }),
  z.strictObject({ mean: id, of: id, decimals, ...leaf }),
  z.strictObject({ distinct: id, of: id, ...leaf }),
  z.strictObject({
    was: idOrIds.optional(),
    given: z.literal(true),
    unit: z.string(),
    whereRow: filter.optional(),
    sources: z.array(z.enum(['stated', 'quoted'])),
    stock: z.boolean().optional(),
    alone: z.boolean().optional(),
  }),
  z.strictObject({ ratio: z.tuple([id, id]), unit: z.enum(['%', '‰']), decimals }),
  z.strictObject({
    change: id,
    against: z.enum(['yearBefore', 'periodBefore']),
    as: z.enum(['%', 'amount', 'points']),
    decimals,
  }),
  z.strictObject({
    was: idOrIds.optional(),
    rank: id,
    axis: id,
    order: z.enum(['highest', 'lowest']),
    ties: z.literal('same'),
    sources: z.array(z.enum(['counted', 'quoted'])).optional(),
  }),
  z.strictObject({
    target: id,
    goal: z.union([z.string(), z.strictObject({ scope: z.literal(true) })]),
    decimals,
  }),
])
